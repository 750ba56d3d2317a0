package dev.kept.application.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How often a text says each word of a question, and how many words it has.
record WordCounts(int length, Map<String, Integer> counts) {
    static final WordCounts NONE = new WordCounts(0, Map.of());

    /// @param asked stems of the question
    static WordCounts of(String text, Set<String> asked) {
        List<String> words = Words.stems(text);
        Map<String, Integer> counts = new HashMap<>();
        for (String word : words) {
            if (asked.contains(word)) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        return new WordCounts(words.size(), counts);
    }

    /// Of several texts read as one.
    static WordCounts sum(Collection<WordCounts> texts) {
        int length = 0;
        Map<String, Integer> counts = new HashMap<>();
        for (WordCounts text : texts) {
            length += text.length;
            text.counts.forEach((word, count) -> counts.merge(word, count, Integer::sum));
        }
        return new WordCounts(length, counts);
    }

    int count(String word) {
        return counts.getOrDefault(word, 0);
    }
}
