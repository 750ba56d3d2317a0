package dev.kept.application.extraction;

/// What speaks against keeping a sentence.
///
/// @param outweighedBy the strength of cues from which on it is kept all the same; infinite when never
record Objection(String reason, double outweighedBy) {}
