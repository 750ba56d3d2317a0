package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Groups of wordings: a text says them when it holds one alternative of each group.
record Terms(List<List<String>> groups) {
    Terms {
        groups = groups.stream().map(List::copyOf).toList();
    }

    static Terms of(JsonNode array) {
        List<List<String>> groups = new ArrayList<>();
        array.forEach(group -> groups.add(texts(group)));
        return new Terms(groups);
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }

    boolean areIn(String text) {
        return !groups.isEmpty() && groupsIn(text) == groups.size();
    }

    boolean areHalfIn(String text) {
        return groupsIn(text) * 2 >= groups.size();
    }

    private int groupsIn(String text) {
        String folded = FoldedText.of(text);
        return (int) groups.stream()
                .filter(group -> group.stream().anyMatch(term -> folded.contains(FoldedText.of(term))))
                .count();
    }

    @Override
    public String toString() {
        return String.join(
                " + ", groups.stream().map(group -> String.join("/", group)).toList());
    }
}
