package dev.kept.application.extraction.voices;

import java.util.OptionalInt;

/// Takes out the context that Kept handed to the assistant, so that what was recalled is never learned again.
///
/// A block that is not closed reaches to the end of the turn, and a block inside a block belongs to the outer one:
/// losing a sentence is better than learning an echo. A tag counts as one however it is dressed up: with spaces,
/// invisible or look-alike letters, another bracket or an escaped one. Of each bracket only a few characters are read,
/// so the work is linear in the text.
public final class RecalledContext {
    private static final String NAME = "keptcontext";
    private static final int NAME_CHARACTERS = 48;
    private static final int TAG_CHARACTERS = 500;
    private static final String[] OPENING = {"<", "＜", "﹤", "‹", "〈", "⟨", "[", "&lt;", "&#60;", "\\u003c"};
    private static final String[] CLOSING = {">", "＞", "﹥", "›", "〉", "⟩", "]", "&gt;", "&#62;", "\\u003e"};

    private RecalledContext() {}

    /// A text without the blocks of recalled context in it.
    public static String strip(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int depth = 0;
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int bracket = bracketAt(text, at, OPENING);
            OptionalInt name = bracket == 0 ? OptionalInt.empty() : nameEnd(text, at + bracket);
            if (name.isEmpty()) {
                at += Math.max(1, bracket);
                continue;
            }
            if (depth == 0) {
                kept.append(text, from, at);
            }
            boolean closes = closes(text, at + bracket, name.getAsInt());
            depth = closes ? Math.max(0, depth - 1) : depth + 1;
            at = tagEnd(text, name.getAsInt());
            from = at;
        }
        return depth == 0 ? kept.append(text, from, text.length()).toString() : kept.toString();
    }

    private static int bracketAt(String text, int at, String[] brackets) {
        char c = text.charAt(at);
        if (Character.isLetterOrDigit(c) || c == ' ') {
            return 0;
        }
        for (String bracket : brackets) {
            if (text.regionMatches(true, at, bracket, 0, bracket.length())) {
                return bracket.length();
            }
        }
        return 0;
    }

    /// Where the fence's name ends when it starts here, with whatever stands between its letters.
    private static OptionalInt nameEnd(String text, int start) {
        int matched = 0;
        int limit = Math.min(text.length(), start + NAME_CHARACTERS);
        int at = start;
        while (at < limit) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            String letters = letters(point);
            if (!NAME.startsWith(letters, matched)) {
                return OptionalInt.empty();
            }
            matched += letters.length();
            if (matched == NAME.length()) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    /// The Latin letters that a character stands for; none for what only separates.
    private static String letters(int point) {
        if (point < 128) {
            return Character.isLetterOrDigit(point)
                    ? String.valueOf((char) Character.toLowerCase(point))
                    : separator(point);
        }
        String latin = LookAlikes.latin(LookAlikes.compatible(Character.toString(point)));
        return latin.isBlank() || !Character.isLetterOrDigit(latin.charAt(0)) ? "" : latin;
    }

    private static String separator(int point) {
        return Character.isWhitespace(point) || "/\\-_.:'\"!".indexOf(point) >= 0 ? "" : "#";
    }

    private static boolean closes(String text, int start, int end) {
        return text.substring(start, end)
                .chars()
                .anyMatch(c -> c == '/' || c == '\\' || c == '／' || c == '∕' || c == '⁄');
    }

    private static int tagEnd(String text, int from) {
        int limit = Math.min(text.length(), from + TAG_CHARACTERS);
        for (int at = from; at < limit; at++) {
            int bracket = bracketAt(text, at, CLOSING);
            if (bracket > 0) {
                return at + bracket;
            }
        }
        return from;
    }
}
