package dev.kept.application.context;

/// A form as it is laid out: whole lines, without the last line break.
///
/// @param tokens with the line break
record Passage(String text, int tokens, Form form) {}
