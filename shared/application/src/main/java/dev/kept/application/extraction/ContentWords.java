package dev.kept.application.extraction;

import java.util.LinkedHashSet;
import java.util.Set;

/// The words of a text that carry meaning, with common endings taken off, for comparing texts.
final class ContentWords {
    private static final Set<String> STOP = Set.of(
            "a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "is",
            "are", "was", "were", "be", "been", "it", "its", "it's", "this", "that", "these", "those", "there", "i",
            "i'm", "we", "we're", "you", "he", "she", "they", "me", "us", "our", "my", "your", "his", "her", "their",
            "them", "do", "does", "did", "don't", "have", "has", "had", "not", "no", "so", "if", "then", "than", "too",
            "also", "just", "now", "please", "pls", "will", "would", "can", "could", "should", "must", "one", "what",
            "which", "who", "when", "where", "how", "any", "all", "some", "only", "go", "going", "get", "gets", "got",
            "use", "using", "used", "uses", "we've", "i've", "that's", "up", "out", "into", "about", "make", "makes",
            "like", "thing", "things", "every", "always", "never", "because", "still", "well");
    private static final int SHORTEST = 2;

    private ContentWords() {}

    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String token : Words.of(text).tokens()) {
            if (token.length() >= SHORTEST && Character.isLetterOrDigit(token.charAt(0)) && !STOP.contains(token)) {
                words.add(stem(token));
            }
        }
        return words;
    }

    /// Plural and verb endings only; enough to meet "deploy" in "deploys" and "deployed".
    static String stem(String word) {
        String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        for (String ending : new String[] {"ing", "ed", "es", "s"}) {
            if (plain.length() > ending.length() + 3 && plain.endsWith(ending) && !plain.endsWith("ss")) {
                return plain.substring(0, plain.length() - ending.length());
            }
        }
        return plain;
    }
}
