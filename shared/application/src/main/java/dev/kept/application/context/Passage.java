package dev.kept.application.context;

/// How a candidate is worded: whole lines, without the last line break.
///
/// @param tokens with the line break
/// @param compressed whether less than the whole content stands in it
record Passage(String text, int tokens, boolean compressed) {}
