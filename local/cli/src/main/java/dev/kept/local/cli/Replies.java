package dev.kept.local.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What these programs read of the replies; the whole of them is in docs/api/openapi.yaml.
final class Replies {
    private Replies() {}

    record Session(
            @Required String sessionId,
            @Required String status,
            @Nullable ContextText context) {}

    record EndedSession(@Required String operationId) {}

    record ContextText(@Required String text, int tokens, int maxTokens) {}

    record AcceptedTurns(@Required List<Receipt> turns) {
        long duplicates() {
            return turns.stream()
                    .filter(turn -> turn.status().equals("duplicate"))
                    .count();
        }
    }

    record Receipt(@Required String turnId, @Required String status) {}

    record Operation(
            @Required String status,
            @Required Counts counts,
            @Nullable String error) {
        boolean isOver() {
            return status.equals("succeeded") || status.equals("failed");
        }
    }

    record Counts(int turns, int kept, int merged, int superseded, int quarantined, int redacted, int rejected) {}

    record Memories(@Required List<Memory> items, @Nullable String nextCursor) {}

    record Memory(
            @Required String type,
            @Required String content,
            double importance,
            @Required String origin,
            @Required String trust,
            String status,
            @Nullable String validTo,
            @Required List<String> sourceTurnIds) {}

    record Turns(@Required List<Turn> items, @Nullable String nextCursor) {}

    record Turn(
            @Required String turnId,
            @Required String role,
            @Nullable String speaker,
            @Required String content,
            @Required String occurredAt) {}

    record Problem(@Nullable String detail, @Nullable String requestId) {}
}
