package dev.kept.application.context;

/// A candidate that has its place in the context, as it is worded there.
record Chosen(Candidate candidate, Passage passage) {}
