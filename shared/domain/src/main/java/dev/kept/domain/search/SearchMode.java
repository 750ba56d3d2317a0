package dev.kept.domain.search;

/// Which signals find a result.
public enum SearchMode {
    HYBRID,
    SEMANTIC,
    KEYWORD
}
