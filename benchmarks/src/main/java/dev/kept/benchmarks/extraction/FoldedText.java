package dev.kept.benchmarks.extraction;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Texts as `score.py` compares them: without case, and with the plain forms of quotes, dashes and spaces.
final class FoldedText {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private FoldedText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append(plain((char) c)));
        // Up and down again makes ss of ß, too.
        String folded = plain.toString()
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
        return SPACE.matcher(folded).replaceAll(" ").strip();
    }

    static List<String> words(String text) {
        return WORD.matcher(of(text)).results().map(MatchResult::group).toList();
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u2018', '\u2019' -> '\'';
            case '\u201c', '\u201d' -> '"';
            case '\u2011', '\u2013', '\u2014' -> '-';
            case '\u00a0', '\u202f' -> ' ';
            case '\u00b5' -> '\u03bc';
            default -> c;
        };
    }
}
