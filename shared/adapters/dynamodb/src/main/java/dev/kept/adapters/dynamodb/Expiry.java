package dev.kept.adapters.dynamodb;

import java.time.Duration;
import java.time.Instant;

/// How long records are kept that are of no use afterwards.
final class Expiry {
    static final Duration CONTEXTS = Duration.ofDays(90);
    /// What is asked for again is asked for within days: a document read anew, a model changed back.
    static final Duration EMBEDDINGS = Duration.ofDays(30);
    static final Duration IDEMPOTENCY = Duration.ofHours(24);
    /// Long enough for any client to ask how its request ended.
    static final Duration OPERATIONS = Duration.ofDays(30);

    private Expiry() {}

    static long of(Instant from, Duration keptFor) {
        return from.plus(keptFor).getEpochSecond();
    }
}
