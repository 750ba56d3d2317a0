package dev.kept.domain.memory;

/// How a memory came.
public enum Origin {
    STATED,
    EXTRACTED,
    IMPORTED,
    CONSOLIDATED
}
