package dev.kept.application.extraction.voices;

/// A text without the characters that nobody sees: zero width, soft hyphens, tags, control characters. Nobody means
/// to be remembered by what they cannot read themselves.
///
/// The joiners stay where they shape emoji and scripts, not between Latin letters; the overrides of direction stay as a
/// sign that a text was made to read as something else (see {@link Segmenter}).
public final class VisibleText {
    private static final char JOINER = '\u200d';
    private static final char NON_JOINER = '\u200c';
    private static final char LEFT_OVERRIDE = '\u202d';
    private static final char RIGHT_OVERRIDE = '\u202e';

    private VisibleText() {}

    /// A text without what nobody sees.
    public static String only(String text) {
        int first = firstHidden(text);
        if (first == text.length()) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length()).append(text, 0, first);
        int i = first;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (!isHidden(text, i, point)) {
                visible.appendCodePoint(point);
            }
            i += Character.charCount(point);
        }
        return visible.toString();
    }

    static boolean turnsDirection(String text) {
        return text.indexOf(LEFT_OVERRIDE) >= 0 || text.indexOf(RIGHT_OVERRIDE) >= 0;
    }

    private static int firstHidden(String text) {
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (isHidden(text, i, point)) {
                return i;
            }
            i += Character.charCount(point);
        }
        return i;
    }

    private static boolean isHidden(String text, int at, int point) {
        if (point >= ' ' && point < 127) {
            return false;
        }
        return switch (point) {
            case '\n', '\t', LEFT_OVERRIDE, RIGHT_OVERRIDE -> false;
            case JOINER, NON_JOINER -> at > 0 && isLatin(text.charAt(at - 1));
            default -> isHiddenType(Character.getType(point)) || isFiller(point);
        };
    }

    private static boolean isHiddenType(int type) {
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE;
    }

    /// Letters by their category, blanks by their looks: Hangul fillers and the Braille blank.
    private static boolean isFiller(int point) {
        return point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || point == 0x2800;
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }
}
