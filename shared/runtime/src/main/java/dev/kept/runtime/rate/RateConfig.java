package dev.kept.runtime.rate;

import dev.kept.domain.rate.RateClass;
import dev.kept.domain.rate.RateLimit;

/// The limits of each key: `KEPT_RATE_LIMIT_READ`, `KEPT_RATE_LIMIT_WRITE`, `KEPT_RATE_LIMIT_HEAVY`.
record RateConfig(RateLimit read, RateLimit write, RateLimit heavy) {
    static RateConfig of(String read, String write, String heavy) {
        return new RateConfig(
                parse("KEPT_RATE_LIMIT_READ", read),
                parse("KEPT_RATE_LIMIT_WRITE", write),
                parse("KEPT_RATE_LIMIT_HEAVY", heavy));
    }

    RateLimit of(RateClass rateClass) {
        return switch (rateClass) {
            case READ -> read;
            case WRITE -> write;
            case HEAVY -> heavy;
        };
    }

    private static RateLimit parse(String name, String text) {
        try {
            return RateLimit.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }
}
