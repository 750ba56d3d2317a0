package dev.kept.application.context;

/// Walks over the words of a text: runs of letters and digits, with a mark that may join them.
/// Hundreds of texts are walked over for one context, so nothing is copied.
final class WordScan {
    private static final char NONE = 0;
    private final String text;
    private final char joint;
    private int start;
    private int end;

    private WordScan(String text, char joint) {
        this.text = text;
        this.joint = joint;
    }

    static WordScan of(String text) {
        return new WordScan(text, NONE);
    }

    /// `it's` is one word.
    static WordScan withApostrophes(String text) {
        return new WordScan(text, '\'');
    }

    /// Moves to the next word.
    ///
    /// @return false when there is none
    boolean next() {
        start = end;
        while (start < text.length() && !isLetter(text.charAt(start))) {
            start++;
        }
        end = start;
        while (end < text.length() && (isLetter(text.charAt(end)) || text.charAt(end) == joint)) {
            end++;
        }
        return end > start;
    }

    int length() {
        return end - start;
    }

    /// Whether a sentence could not start with this word: it is not the first.
    boolean isInside() {
        return start > 0 && text.lastIndexOf(' ', start) >= 0;
    }

    char first() {
        return text.charAt(start);
    }

    String word() {
        return text.substring(start, end);
    }

    boolean hasDigit() {
        for (int i = start; i < end; i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// Of the first letters, whatever their case.
    int hash(int letters) {
        int hash = 0;
        for (int i = start; i < Math.min(end, start + letters); i++) {
            hash = 31 * hash + Character.toLowerCase(text.charAt(i));
        }
        return hash;
    }

    private static boolean isLetter(char letter) {
        return Character.isLetterOrDigit(letter) || Character.isSurrogate(letter);
    }
}
