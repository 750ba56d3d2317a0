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

    /// A session that was not touched for so long is over.
    static final Duration SESSION_SPENDING = Duration.ofDays(90);
    /// Long enough to look back at a month.
    static final Duration DAYS_SPENDING = Duration.ofDays(40);

    private Expiry() {}

    static long of(Instant from, Duration keptFor) {
        return from.plus(keptFor).getEpochSecond();
    }
}
