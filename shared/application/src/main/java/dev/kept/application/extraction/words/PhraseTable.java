package dev.kept.application.extraction.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds which of many phrases occur in a sentence in one pass, by looking each word up once.
///
/// @param <T> what a phrase stands for
public final class PhraseTable<T> {
    private final Map<String, List<Entry<T>>> byFirstWord = new HashMap<>();

    private record Entry<T>(Phrase phrase, T meaning) {}

    /// @param phrase as {@link Phrase} describes it
    /// @param meaning what {@link #in} gives where the phrase stands
    public void add(String phrase, T meaning) {
        for (Phrase parsed : Phrase.parse(phrase)) {
            for (String word : parsed.firstWords()) {
                byFirstWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(new Entry<>(parsed, meaning));
            }
        }
    }

    /// The meanings of all phrases that occur, each once, in the order of the sentence.
    public Set<T> in(Words words) {
        Set<T> found = new LinkedHashSet<>();
        List<String> tokens = words.tokens();
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            collect(byFirstWord.getOrDefault(token, List.of()), tokens, at, found);
            if (Character.isDigit(token.charAt(0))) {
                collect(byFirstWord.getOrDefault(WordClasses.NUMBER, List.of()), tokens, at, found);
            }
        }
        return found;
    }

    private static <T> void collect(List<Entry<T>> entries, List<String> tokens, int at, Set<T> found) {
        for (Entry<T> entry : entries) {
            if (!found.contains(entry.meaning()) && entry.phrase().matchesAt(tokens, at)) {
                found.add(entry.meaning());
            }
        }
    }

    /// Whether any of the phrases occurs.
    public boolean occursIn(Words words) {
        return !in(words).isEmpty();
    }
}
