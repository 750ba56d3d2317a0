package dev.kept.local.cli;

/// Short forms for the terminal.
final class Words {
    private Words() {}

    /// One line of at most `max` characters.
    static String shorten(String text, int max) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= max ? line : line.substring(0, max - 1).strip() + "…";
    }

    /// What extraction did, without the zeros.
    static String describe(Replies.Counts counts) {
        StringBuilder text = new StringBuilder(counts.kept() + " kept");
        append(text, counts.merged(), "merged");
        append(text, counts.superseded(), "superseded");
        append(text, counts.quarantined(), "quarantined");
        append(text, counts.redacted(), "redacted");
        append(text, counts.rejected(), "not worth keeping");
        return text.toString();
    }

    private static void append(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }
}
