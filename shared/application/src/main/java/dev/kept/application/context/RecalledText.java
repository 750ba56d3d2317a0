package dev.kept.application.context;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes recalled text safe to stand inside a fence. Whoever wrote it long ago may have meant to be
/// read as more than it is: to end the fence, to look like a heading or another speaker, or to hide
/// behind characters that nobody sees.
///
/// Prose becomes one line, which can be neither a heading nor a new speaker; code keeps its lines,
/// indented in a block whose back-ticks outnumber its own. The fence's tag loses its bracket in
/// both.
public final class RecalledText {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /// Control, format (zero width, direction, tags) and lone surrogate characters, but for line
    /// breaks, tabs and the joiners that emoji and some scripts need.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n\\r\\t\\x85\\x{200C}\\x{200D}]]");

    private static final Pattern BLANK = Pattern.compile("[\\s\\x85\\p{Z}]+");
    private static final Pattern TAG =
            Pattern.compile("[<\\x{FF1C}\\x{FE64}](?=[\\s\\p{Z}\\p{Cf}/\\\\]*k\\p{Cf}*e\\p{Cf}*p\\p{Cf}*t)", FLAGS);
    private static final Pattern ANY_TAG = Pattern.compile("<(?=[\\s/!?]*[\\p{L}_:])");
    private static final Pattern MODEL_TOKEN = Pattern.compile("<(?=\\|)|(?<=\\|)>");
    private static final Pattern MARKUP_AT_START = Pattern.compile("^(?=[#>\\-+*=|]|```|~~~)");
    private static final Pattern BACK_TICKS = Pattern.compile("`+");
    private static final int BLOCK_TICKS = 3;

    private RecalledText() {}

    /// Prose on one line.
    public static String line(String text) {
        String folded = BLANK.matcher(visible(text)).replaceAll(" ").strip();
        String quoted = MODEL_TOKEN.matcher(withoutTags(folded)).replaceAll(" ");
        return MARKUP_AT_START.matcher(quoted).replaceFirst("\\\\");
    }

    /// Lines of code as a Markdown block, each indented so that it belongs to the list item before
    /// it.
    static String block(String code) {
        String safe = lines(code);
        String ticks = "`".repeat(longestTicks(safe) + 1);
        StringBuilder block = new StringBuilder("  " + ticks);
        safe.lines().forEach(line -> block.append("\n  ").append(line));
        return block.append("\n  ").append(ticks).toString();
    }

    /// Lines as they are, but for what hides or ends the fence.
    static String lines(String text) {
        return withoutTags(visible(text)).strip();
    }

    /// Unable to be or to end a tag of XML.
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// Unable to be or to end a tag, with what merely looks like one left readable.
    static String untagged(String text) {
        return ANY_TAG.matcher(text).replaceAll("&lt;");
    }

    /// Unable to end the fence.
    static String withoutFence(String text) {
        return withoutTags(text);
    }

    private static String visible(String text) {
        return INVISIBLE.matcher(text).replaceAll("");
    }

    private static String withoutTags(String text) {
        return TAG.matcher(text).replaceAll("&lt;");
    }

    private static int longestTicks(String text) {
        int longest = BLOCK_TICKS - 1;
        Matcher runs = BACK_TICKS.matcher(text);
        while (runs.find()) {
            longest = Math.max(longest, runs.end() - runs.start());
        }
        return longest;
    }
}
