package dev.kept.application.extraction.voices;

import java.text.Normalizer;
import java.util.Locale;

/// A text as its words alone, so that spacing, case and punctuation tell no two apart.
public final class PlainWords {
    private PlainWords() {}

    /// The words in lower case with one space between them.
    public static String of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(folded.length());
        folded.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point)) {
                plain.appendCodePoint(point);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return plain.toString().strip();
    }

    /// Whether one text holds the words of another, one after the other.
    public static boolean holds(String plain, String part) {
        int at = part.isEmpty() ? -1 : plain.indexOf(part);
        while (at >= 0 && !isWhole(plain, at, at + part.length())) {
            at = plain.indexOf(part, at + 1);
        }
        return at >= 0;
    }

    private static boolean isWhole(String plain, int start, int end) {
        return (start == 0 || plain.charAt(start - 1) == ' ') && (end == plain.length() || plain.charAt(end) == ' ');
    }
}
