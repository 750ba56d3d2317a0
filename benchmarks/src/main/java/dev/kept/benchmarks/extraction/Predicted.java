package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.domain.memory.Memory;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A memory that was kept of a labelled conversation.
///
/// @param importance from 0 to 1
/// @param turns the client's ids of the turns that it cites
/// @param why what its pipeline says it was kept for
record Predicted(
        String type, String content, String summary, double importance, String status, List<String> turns, String why) {
    private static final double HIGH = 0.7;
    private static final double MEDIUM = 0.4;
    private static final Set<String> OUTDATED = Set.of("superseded", "inactive", "archived", "deleted", "outdated");

    Predicted {
        turns = List.copyOf(turns);
    }

    static Predicted of(Memory memory) {
        return new Predicted(
                memory.statement().type().name().toLowerCase(Locale.ROOT),
                memory.statement().content(),
                memory.statement().summary(),
                memory.statement().importance(),
                memory.validity().status().name().toLowerCase(Locale.ROOT),
                memory.provenance().clientTurnIds(),
                String.valueOf(memory.statement().metadata().get("why")));
    }

    /// As the API tells it.
    static Predicted ofReply(JsonNode memory) {
        return of(memory, memory.path("clientTurnIds"), memory.at("/metadata/why"));
    }

    /// As {@link #putTo} wrote it.
    static Predicted ofLine(JsonNode memory) {
        return of(memory, memory.path("sourceTurnIds"), memory.path("why"));
    }

    private static Predicted of(JsonNode memory, JsonNode turns, JsonNode why) {
        return new Predicted(
                memory.path("type").asText(),
                memory.path("content").asText(),
                memory.path("summary").asText(),
                memory.path("importance").asDouble(),
                memory.path("status").asText("active"),
                Terms.texts(turns),
                why.asText());
    }

    void putTo(ObjectNode json) {
        json.put("type", type)
                .put("content", content)
                .put("summary", summary)
                .put("importance", importance)
                .put("status", status)
                .put("why", why);
        turns.forEach(json.putArray("sourceTurnIds")::add);
    }

    boolean says(GoldMemory gold) {
        return gold.terms().areIn(content);
    }

    boolean sharesATurnWith(GoldMemory gold) {
        return turns.stream().anyMatch(gold.turns()::contains);
    }

    boolean isCurrent() {
        return !OUTDATED.contains(status);
    }

    String importanceLevel() {
        if (importance >= HIGH) {
            return "high";
        }
        return importance >= MEDIUM ? "medium" : "low";
    }
}
