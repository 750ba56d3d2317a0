package dev.kept.runtime.body;

import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns or a text that something is tried on.
public record SampleBody(Optional<List<TurnBody>> turns, Optional<String> text) {
    private static final int TURNS_MAX = 100;

    /// @throws InvalidRequest unless it is one of the two, 1 to 100 turns
    public List<Utterance> utterances(Instant now) {
        if (turns.isPresent() == text.isPresent()) {
            throw new InvalidRequest("", "either turns or text must be given");
        }
        List<Utterance> all = turns.isPresent()
                ? turns.get().stream().map(turn -> turn.utterance(now)).toList()
                : List.of(told(text.orElseThrow(), now));
        if (all.isEmpty() || all.size() > TURNS_MAX) {
            throw new InvalidRequest("turns", "must be 1 to " + TURNS_MAX + " turns");
        }
        return all;
    }

    private static Utterance told(String text, Instant now) {
        try {
            return new Utterance(Optional.empty(), Role.USER, Optional.empty(), text, now, true, Map.of());
        } catch (InvalidRequest invalid) {
            throw new InvalidRequest("text", "must be 1 to 100000 characters");
        }
    }
}
