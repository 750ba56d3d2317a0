package dev.kept.functions.extractionrules;

import dev.kept.application.extraction.trial.Samples;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.Utterance;
import dev.kept.runtime.body.SampleBody;
import dev.kept.runtime.body.TurnBody;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// On what rules are tried: turns or a text in the request, or the newest turns that are kept.
record SamplesBody(
        Optional<List<TurnBody>> turns, Optional<String> text, Optional<String> sessionId, Optional<Integer> newest) {
    static final SamplesBody NONE =
            new SamplesBody(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final int NEWEST_DEFAULT = 100;
    private static final int NEWEST_MAX = 200;

    SamplesBody {
        sessionId.ifPresent(SessionId::new);
        if (newest.isPresent() && (newest.get() < 1 || newest.get() > NEWEST_MAX)) {
            throw new InvalidRequest("newest", "must be 1 to " + NEWEST_MAX);
        }
        boolean given = turns.isPresent() || text.isPresent();
        if (given && (sessionId.isPresent() || newest.isPresent())) {
            throw new InvalidRequest("", "must be turns, or a text, or the newest turns that are kept");
        }
    }

    /// What the request brings along, if it does.
    Optional<List<Utterance>> given(Instant now) {
        if (turns.isEmpty() && text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SampleBody(turns, text).utterances(now));
        } catch (InvalidRequest e) {
            throw e.within("samples");
        }
    }

    Samples stored() {
        return new Samples.Newest(sessionId.map(SessionId::new), newest.orElse(NEWEST_DEFAULT));
    }
}
