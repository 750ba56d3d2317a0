package dev.kept.application.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words that restore a wallet (BIP-39): 12, 15, 18, 21 or 24 plain words that make a line, or what follows a colon
/// in it. No sentence looks like that: none of its words is one that sentences cannot do without.
///
/// The list of the standard's 2,048 words is not needed for that; a slip of the pen in one of them would hide the rest.
final class RecoveryPhrases {
    static final String VERSION = "recovery-phrases-1";

    private static final String PLACEHOLDER = "[redacted:recovery-phrase]";
    private static final String KIND = "recovery-phrase";
    private static final Set<Integer> COUNTS = Set.of(12, 15, 18, 21, 24);
    private static final int SHORTEST = 3;
    private static final int LONGEST = 8;
    private static final int LINE_MIN = 12 * SHORTEST;
    private static final int LINE_MAX = 500;
    private static final Set<String> OF_SENTENCES = Set.of(
            "the", "and", "for", "are", "was", "were", "with", "from", "our", "not", "but", "has", "had", "does", "did",
            "its", "which", "been", "being", "would", "could", "should", "their", "them", "these", "those", "how",
            "why", "your", "his", "her", "she", "than", "very", "please");

    private RecoveryPhrases() {}

    static String replaceIn(String text, Map<String, Integer> counts) {
        StringBuilder out = null;
        int copied = 0;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            int from = phraseStart(text, start, stop);
            if (from >= 0) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, copied, from).append(PLACEHOLDER);
                counts.merge(KIND, 1, Integer::sum);
                copied = stop;
            }
            start = stop + 1;
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /// Where in a line the phrase begins that ends it; -1 without one.
    private static int phraseStart(String text, int start, int stop) {
        if (stop - start < LINE_MIN || stop - start > LINE_MAX) {
            return -1;
        }
        int from = stop;
        while (from > start && text.charAt(from - 1) != ':') {
            from--;
        }
        while (from < stop && (text.charAt(from) == ' ' || text.charAt(from) == '"')) {
            from++;
        }
        return isPhrase(text.substring(from, stop)) ? from : -1;
    }

    private static boolean isPhrase(String text) {
        if (text.length() < LINE_MIN) {
            return false;
        }
        List<String> words = new ArrayList<>();
        for (String part : text.strip().split("[\\s,\"]+", -1)) {
            if (!part.isEmpty() && !isNumber(part)) {
                words.add(part);
            }
        }
        return COUNTS.contains(words.size())
                && words.stream().allMatch(RecoveryPhrases::isPlain)
                && new HashSet<>(words).size() >= words.size() - 2;
    }

    /// `1.` before each word.
    private static boolean isNumber(String part) {
        return part.length() <= 3 && Character.isDigit(part.charAt(0));
    }

    private static boolean isPlain(String word) {
        return word.length() >= SHORTEST
                && word.length() <= LONGEST
                && word.chars().allMatch(c -> c >= 'a' && c <= 'z')
                && !OF_SENTENCES.contains(word);
    }
}
