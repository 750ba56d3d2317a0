package dev.kept.application.extraction.rules;

/// What own rules say of a sentence, whatever else speaks for or against it.
public sealed interface OwnVerdict {
    String why();

    record Never(String why) implements OwnVerdict {}

    record Always(String why) implements OwnVerdict {}
}
