package dev.kept.application.extraction.model;

/// A stretch of a turn by one voice, as a prompt shows it.
public sealed interface PromptPart {
    String text();

    /// The speaker's own words.
    record Said(String text) implements PromptPart {}

    /// @param reference by which an answer names the block, instead of repeating it: `t3/1`
    record Code(String reference, String language, String text) implements PromptPart {}

    /// Somebody else's text: a page, a mail, the output of a tool.
    record Quoted(String text) implements PromptPart {}
}
