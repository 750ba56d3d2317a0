package dev.kept.runtime.http;

import java.time.Instant;
import java.util.Optional;

/// What two tries of the same request have in common.
///
/// @param firstSeenAt when the first try came
/// @param key the idempotency key; empty when the client gave none, and every try is a request of its own
public record RequestIdentity(Instant firstSeenAt, Optional<String> key) {
    static RequestIdentity fresh(Instant now) {
        return new RequestIdentity(now, Optional.empty());
    }
}
