package dev.kept.application.document;

/// How much of what an embedding model reads a text takes, in quarters of a token: about one for a Latin letter, and a
/// whole token for an ideograph.
final class Weight {
    /// About 300 tokens: enough to say something, little enough to be about one thing.
    static final int TARGET = 1_200;

    /// About 400 tokens: what is better left whole may take as much. The model reads 510, title and headings included.
    static final int MAX = 1_600;

    /// Less than this is not worth a chunk of its own.
    static final int SMALL = 400;

    private static final int LATIN_END = 0x250;

    private Weight() {}

    static int of(CharSequence text) {
        return text.codePoints().map(Weight::of).sum();
    }

    static int of(int codePoint) {
        if (codePoint < LATIN_END) {
            return 1;
        }
        return Character.isIdeographic(codePoint) || isKanaOrHangul(codePoint) ? 4 : 2;
    }

    private static boolean isKanaOrHangul(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
