package dev.kept.benchmarks.retrieval;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The ids that turns have in their conversation, by those that Kept gave them.
final class TurnNames {
    private final Map<String, Map<String, String>> byConversation = new ConcurrentHashMap<>();

    void add(String conversation, String turnId, String name) {
        byConversation
                .computeIfAbsent(conversation, _ -> new ConcurrentHashMap<>())
                .put(turnId, name);
    }

    /// Each once, in order. What this conversation did not give is no evidence for it, and takes its place all the
    /// same.
    List<String> of(String conversation, List<String> turnIds) {
        Map<String, String> names = byConversation.getOrDefault(conversation, Map.of());
        return turnIds.stream()
                .map(id -> names.getOrDefault(id, "?" + id))
                .distinct()
                .toList();
    }
}
