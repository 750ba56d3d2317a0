package dev.kept.domain.rate;

import java.time.Instant;

/// Tokens that a process asks of a bucket.
///
/// @param owed for requests that were let in already: taken in any case, the bucket then owes what it lacks
/// @param wanted for requests to come: as many as there are
public record Drawing(RateLimit limit, int owed, int wanted) {
    public Drawing {
        if (owed < 0 || wanted < 0) {
            throw new IllegalArgumentException("nobody draws fewer than no tokens");
        }
    }

    /// How many of those wanted a bucket gives.
    public int granted(Instant fullAt, Instant now) {
        return Math.clamp(limit.available(fullAt, now) - owed, 0, wanted);
    }

    /// When the bucket will be full once so many were granted.
    public Instant fullAfter(Instant fullAt, Instant now, int granted) {
        Instant from = fullAt.isBefore(now) ? now : fullAt;
        return from.plus(limit.pace((long) owed + granted));
    }
}
