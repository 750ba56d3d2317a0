package dev.kept.application.extraction.rules;

/// What speaks against keeping a sentence.
///
/// @param outweighedBy the strength of cues from which on it is kept all the same; infinite when never
public record Objection(String reason, double outweighedBy) {}
