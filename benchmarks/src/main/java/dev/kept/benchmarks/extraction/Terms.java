package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Groups of wordings: a text says them when it holds one alternative of each group.
public record Terms(List<List<String>> groups) {
    public Terms {
        groups = groups.stream().map(List::copyOf).toList();
    }

    static Terms of(JsonNode array) {
        List<List<String>> groups = new ArrayList<>();
        array.forEach(group -> groups.add(texts(group)));
        return new Terms(groups);
    }

    public static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }

    public boolean areIn(String text) {
        return !groups.isEmpty() && groupsIn(text) == groups.size();
    }

    public boolean areHalfIn(String text) {
        return groupsIn(text) * 2 >= groups.size();
    }

    /// How many groups it has a wording of.
    public int groupsIn(String text) {
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
