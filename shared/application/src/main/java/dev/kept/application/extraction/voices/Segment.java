package dev.kept.application.extraction.voices;

/// A stretch of a turn by one voice.
public sealed interface Segment {
    /// How much of a long text is enough to see what it is.
    int START_CHARACTERS = 4_000;

    String text();

    static String start(String text) {
        return text.length() <= START_CHARACTERS ? text : text.substring(0, START_CHARACTERS);
    }

    /// The speaker's own words.
    record Own(String text) implements Segment {}

    /// A fenced block.
    record Code(String language, String text) implements Segment {}

    /// Somebody else's text that the speaker brought along: a page, a mail, tool output, a quotation.
    record Foreign(String text) implements Segment {}
}
