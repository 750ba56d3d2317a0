package dev.kept.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One request that was sent, and how it was answered.
///
/// @param at when, in milliseconds of the clock
/// @param status 0 where there was no answer
/// @param user number of the user
/// @param turnIds acknowledged by it
record Request(
        long at,
        Kind kind,
        int status,
        int millis,
        int user,
        String sessionId,
        boolean degraded,
        Optional<String> contextId,
        Optional<String> operationId,
        List<String> turnIds) {
    Request {
        turnIds = List.copyOf(turnIds);
    }

    static Request of(JsonNode line) {
        List<String> turnIds = new ArrayList<>();
        line.path("turns").forEach(turn -> turnIds.add(turn.asText()));
        return new Request(
                line.path("at").asLong(),
                Kind.of(line.path("kind").asText()),
                line.path("status").asInt(),
                line.path("millis").asInt(),
                line.path("user").asInt(),
                line.path("session").asText(),
                line.path("degraded").asBoolean(),
                text(line.path("context")),
                text(line.path("operation")),
                turnIds);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    boolean isAcknowledged() {
        return status / 100 == 2;
    }
}
