package dev.kept.benchmarks.learning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/// Groups of alternatives; a text has a group when it holds one of its alternatives.
record Terms(List<List<String>> groups) {
    static Terms of(JsonNode groups) {
        return new Terms(Talk.stream(groups)
                .map(group -> Talk.texts(group).stream().map(Terms::folded).toList())
                .toList());
    }

    long found(String text) {
        String folded = folded(text);
        return groups.stream()
                .filter(group -> group.stream().anyMatch(folded::contains))
                .count();
    }

    boolean allFound(String text) {
        return !groups.isEmpty() && found(text) == groups.size();
    }

    boolean halfFound(String text) {
        return found(text) * 2 >= groups.size() && found(text) > 0;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u201c', '"')
                .replace('\u201d', '"')
                .replace('\u2013', '-')
                .replace('\u2014', '-')
                .replaceAll("\\s+", " ");
    }
}
