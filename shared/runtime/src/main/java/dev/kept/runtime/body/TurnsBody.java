package dev.kept.runtime.body;

import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.List;

/// Turns as a client posts them.
public record TurnsBody(List<TurnBody> turns) {
    public List<Utterance> utterances(Instant now) {
        return turns.stream().map(turn -> turn.utterance(now)).toList();
    }
}
