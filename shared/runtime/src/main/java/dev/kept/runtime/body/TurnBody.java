package dev.kept.runtime.body;

import dev.kept.domain.session.Role;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One turn as a client posts it.
public record TurnBody(
        Optional<String> id,
        Role role,
        Optional<String> speaker,
        String content,
        Optional<Instant> occurredAt,
        Optional<Map<String, Object>> metadata,
        Optional<Boolean> extract) {
    public TurnBody {
        utterance(id, role, speaker, content, occurredAt.orElse(Instant.EPOCH), metadata, extract);
    }

    /// @param now when the turn was said, unless it tells
    public Utterance utterance(Instant now) {
        return utterance(id, role, speaker, content, occurredAt.orElse(now), metadata, extract);
    }

    private static Utterance utterance(
            Optional<String> id,
            Role role,
            Optional<String> speaker,
            String content,
            Instant occurredAt,
            Optional<Map<String, Object>> metadata,
            Optional<Boolean> extract) {
        return new Utterance(id, role, speaker, content, occurredAt, extract.orElse(true), metadata.orElse(Map.of()));
    }
}
