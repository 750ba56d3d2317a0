package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Two things and what ties them, directed.
record Tie(String from, String relation, String to) {
    static List<Tie> ofLines(JsonNode relations) {
        List<Tie> all = new ArrayList<>();
        relations.forEach(tie -> all.add(new Tie(
                tie.path("from").asText(),
                tie.path("relation").asText(),
                tie.path("to").asText())));
        return all;
    }

    /// @param metadata of a memory
    static List<Tie> kept(Map<String, Object> metadata) {
        List<Tie> all = new ArrayList<>();
        if (metadata.get("relations") instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> tie) {
                    all.add(new Tie(text(tie, "from"), text(tie, "relation"), text(tie, "to")));
                }
            }
        }
        return all;
    }

    private static String text(Map<?, ?> tie, String field) {
        return String.valueOf(tie.get(field));
    }

    void putTo(ObjectNode json) {
        json.put("from", from).put("relation", relation).put("to", to);
    }

    /// Whether it has the other's two ends, each with a word in common; what ties them is not compared, as names for
    /// it are many.
    boolean isMetBy(Tie other) {
        return meet(from, other.from) && meet(to, other.to);
    }

    private static boolean meet(String one, String other) {
        return !Collections.disjoint(FoldedText.words(one), FoldedText.words(other));
    }
}
