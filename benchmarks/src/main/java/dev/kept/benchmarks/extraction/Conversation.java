package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.benchmarks.JsonLines;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Utterance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A labelled conversation; the format is described in `data/gold-open/README.md`.
public record Conversation(String id, List<Sitting> sessions, Labels labels) {
    public record Sitting(String id, Instant startedAt, List<Utterance> turns) {}

    public static List<Conversation> read(Path file) throws IOException {
        return JsonLines.of(file).stream().map(Conversation::conversation).toList();
    }

    private static Conversation conversation(JsonNode node) {
        List<Sitting> sessions = new ArrayList<>();
        for (JsonNode session : node.path("sessions")) {
            Instant startedAt = Instant.parse(session.path("startedAt").asText());
            List<Utterance> turns = new ArrayList<>();
            session.path("turns").forEach(turn -> turns.add(utterance(turn, startedAt)));
            sessions.add(new Sitting(session.path("sessionId").asText(), startedAt, turns));
        }
        return new Conversation(node.path("id").asText(), sessions, Labels.of(node));
    }

    private static Utterance utterance(JsonNode turn, Instant at) {
        return new Utterance(
                Optional.of(turn.path("id").asText()),
                Role.valueOf(turn.path("role").asText().toUpperCase(Locale.ROOT)),
                Optional.of(turn.path("speaker").asText()).filter(name -> !name.isBlank()),
                turn.path("content").asText(),
                at,
                true,
                Map.of());
    }
}
