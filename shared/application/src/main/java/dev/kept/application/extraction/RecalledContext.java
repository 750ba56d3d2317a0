package dev.kept.application.extraction;

import com.google.re2j.Pattern;

/// Takes out the context that Kept handed to the assistant, so that what was recalled is never learned again.
///
/// A block that is not closed reaches to the end of the turn, and a block inside a block belongs to the outer one:
/// losing a sentence is better than learning an echo.
final class RecalledContext {
    private static final Pattern TAG = Pattern.compile("(?i)<\\s*(/?)\\s*kept-context\\b[^>]{0,500}>?");

    private RecalledContext() {}

    static String strip(String text) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        var tags = TAG.matcher(text);
        StringBuilder kept = new StringBuilder(text.length());
        int depth = 0;
        int from = 0;
        while (tags.find()) {
            if (depth == 0) {
                kept.append(text, from, tags.start());
            }
            boolean closes = !tags.group(1).isEmpty();
            depth = closes ? Math.max(0, depth - 1) : depth + 1;
            from = tags.end();
        }
        return depth == 0 ? kept.append(text, from, text.length()).toString() : kept.toString();
    }
}
