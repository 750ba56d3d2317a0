package dev.kept.domain.memory;

/// Where a memory stands.
public enum MemoryStatus {
    ACTIVE,
    SUPERSEDED,
    ARCHIVED,
    QUARANTINED
}
