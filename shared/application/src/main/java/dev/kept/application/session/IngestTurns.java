package dev.kept.application.session;

import dev.kept.application.redaction.ChosenNames;
import dev.kept.application.redaction.RedactedData;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.AppendedTurns;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionTail;
import dev.kept.domain.session.TurnStore;
import dev.kept.domain.session.Utterance;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Takes turns into a session. Secrets are replaced before anything is stored, queued or logged.
public final class IngestTurns {
    public static final int TURNS_MAX = 100;

    private final TurnStore turns;
    private final Redactor redactor;
    private final RedactedData data;
    private final ChosenNames names;
    private final Clock clock;
    private final SessionTails tails;

    public IngestTurns(TurnStore turns, Redactor redactor, Clock clock) {
        this(turns, redactor, clock, SessionTails.NONE);
    }

    /// @param tails spare the reading of sessions
    public IngestTurns(TurnStore turns, Redactor redactor, Clock clock, SessionTails tails) {
        this.turns = turns;
        this.redactor = redactor;
        this.data = new RedactedData(redactor);
        this.names = new ChosenNames(redactor);
        this.clock = clock;
        this.tails = tails;
    }

    /// @param utterances 1 to 100
    /// @throws InvalidRequest when there are none or too many, or the id of one holds a secret
    /// @throws dev.kept.domain.error.NotFound when the owner has no such session
    public AppendedTurns ingest(Owner owner, SessionId session, List<Utterance> utterances) {
        if (utterances.isEmpty() || utterances.size() > TURNS_MAX) {
            throw new InvalidRequest("turns", "must be 1 to " + TURNS_MAX + " turns");
        }
        for (int i = 0; i < utterances.size(); i++) {
            names.check("turns[" + i + "].id", utterances.get(i).clientId());
        }
        List<Utterance> redacted = utterances.stream().map(this::redacted).toList();
        return append(new SessionRef(owner, session), redacted);
    }

    private AppendedTurns append(SessionRef session, List<Utterance> utterances) {
        Optional<SessionTail> thought = tails.find(session);
        AppendedTurns appended = turns.append(session, utterances, clock.instant(), thought);
        appended.growth().ifPresent(growth -> tails.keep(session, growth.after()));
        tails.measure(thought, appended.growth());
        return appended;
    }

    private Utterance redacted(Utterance utterance) {
        return new Utterance(
                utterance.clientId(),
                utterance.role(),
                data.text(utterance.speaker()),
                redactor.redact(utterance.content()).text(),
                utterance.occurredAt(),
                utterance.extract(),
                data.json(utterance.metadata()));
    }
}
