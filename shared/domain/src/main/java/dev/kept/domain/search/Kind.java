package dev.kept.domain.search;

/// What a search result is.
public enum Kind {
    MEMORY,
    TURN,
    DOCUMENT
}
