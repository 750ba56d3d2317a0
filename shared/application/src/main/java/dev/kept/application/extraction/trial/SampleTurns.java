package dev.kept.application.extraction.trial;

import dev.kept.application.redaction.Redacted;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Utterances as if they were the turns of a session, to be read and thrown away.
///
/// @param names what the client calls each turn: its own id, or its place
/// @param redactions how many secrets were replaced, by kind
public record SampleTurns(List<Turn> turns, Map<TurnId, String> names, Map<String, Integer> redactions) {
    private static final SessionId SESSION = new SessionId("dry-run");

    public SampleTurns {
        turns = List.copyOf(turns);
        names = Map.copyOf(names);
        redactions = Collections.unmodifiableMap(new TreeMap<>(redactions));
    }

    public static SampleTurns of(Owner owner, List<Utterance> utterances, Redactor redactor, Instant now) {
        Map<String, Integer> redactions = new TreeMap<>();
        Map<TurnId, String> names = new HashMap<>();
        List<Turn> turns = new ArrayList<>();
        for (Utterance utterance : utterances) {
            Redacted redacted = redactor.redact(utterance.content());
            redacted.counts().forEach((kind, count) -> redactions.merge(kind, count, Integer::sum));
            TurnId id = new TurnId("t_%03d".formatted(turns.size()));
            names.put(id, utterance.clientId().orElse(Integer.toString(turns.size())));
            turns.add(new Turn(owner, SESSION, Optional.empty(), id, utterance.withContent(redacted.text()), now));
        }
        return new SampleTurns(turns, names, redactions);
    }

    /// What the client calls a turn.
    public String name(TurnId id) {
        return names.getOrDefault(id, id.value());
    }
}
