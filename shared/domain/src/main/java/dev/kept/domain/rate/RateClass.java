package dev.kept.domain.rate;

/// Requests that are limited together, because they cost about the same.
public enum RateClass {
    READ,
    WRITE,
    /// Embeds, ranks or reads much.
    HEAVY
}
