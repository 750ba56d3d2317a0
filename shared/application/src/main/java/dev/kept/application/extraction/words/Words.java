package dev.kept.application.extraction.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A sentence as words in lower case and punctuation marks, between `^` and `$`: what phrases are matched on.
public record Words(List<String> tokens) {
    private static final String INNER = ".-/_+#&@':";

    public Words {
        tokens = List.copyOf(tokens);
    }

    /// Cuts a text. Typographic apostrophes become straight ones.
    public static Words of(String text) {
        List<String> tokens = new ArrayList<>();
        tokens.add("^");
        String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u2018', '\'');
        int i = 0;
        while (i < lower.length()) {
            char c = lower.charAt(i);
            int end = isWord(c) ? wordEnd(lower, i) : lower.offsetByCodePoints(i, 1);
            if (!Character.isWhitespace(c)) {
                tokens.add(lower.substring(i, end));
            }
            i = end;
        }
        tokens.add("$");
        return new Words(tokens);
    }

    /// How many words there are, marks and ends apart.
    public int count() {
        return (int) tokens.stream().filter(token -> isWord(token.charAt(0))).count();
    }

    boolean contains(String word) {
        return tokens.contains(word);
    }

    private static int wordEnd(String text, int start) {
        int end = start + 1;
        while (end < text.length() && (isWord(text.charAt(end)) || joins(text, end))) {
            end++;
        }
        return end;
    }

    /// `c++`, `node.js`, `eu-west-1`, `don't`: a mark between two word characters, or a plus or hash at the end.
    private static boolean joins(String text, int at) {
        char c = text.charAt(at);
        if (c == '+' || c == '#') {
            return true;
        }
        return INNER.indexOf(c) >= 0 && at + 1 < text.length() && isWord(text.charAt(at + 1));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
