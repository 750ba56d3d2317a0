package dev.kept.application.extraction.reading;

/// A fenced block of a turn.
///
/// @param language as written behind the fence; empty when it is not
/// @param sentencesBefore how many sentences of the turn stand before it
public record CodeBlock(String language, String code, int sentencesBefore) {
    /// Output, a stack trace or a dump, not source code.
    public boolean isOutput() {
        return language.isEmpty() || language.equals("text") || language.equals("log") || language.equals("console");
    }

    /// Two lines at least, or one that declares something.
    public boolean isSubstantial() {
        return code.lines().count() >= 2 || CodeOutline.name(code).isPresent();
    }

    /// Whether a name stands in the code, to the letter.
    public boolean mentions(String name) {
        return code.contains(name);
    }
}
