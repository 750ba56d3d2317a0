package dev.kept.application.extraction;

/// A stretch of a turn by one voice.
sealed interface Segment {
    String text();

    /// The speaker's own words.
    record Own(String text) implements Segment {}

    /// A fenced block.
    record Code(String language, String text) implements Segment {}

    /// Somebody else's text that the speaker brought along: a page, a mail, tool output, a quotation.
    record Foreign(String text) implements Segment {}
}
