package dev.kept.domain.idempotency;

import dev.kept.domain.id.UserId;
import java.time.Instant;
import java.util.Optional;

/// Remembers requests that came with an `Idempotency-Key`, for 24 hours.
///
/// The record is made before the work and completed after it. A request that died in between is done again when it is
/// repeated; because ids are derived from the record's time and key, the second time meets what the first one wrote.
public interface IdempotencyStore {
    /// Claims a key, or finds the claim that was made before.
    ///
    /// @param fingerprint hash of method, path and body
    Claim claim(UserId user, String key, String fingerprint, Instant now);

    /// Keeps the reply for repeats.
    void complete(UserId user, String key, Reply reply);

    /// Gives a key back after a request that had no effect.
    void release(UserId user, String key);

    /// @param firstSeenAt when the key was first claimed
    /// @param fingerprint of the first request
    /// @param reply of the first request; empty while it is not complete
    /// @param mine true when this call made the claim
    record Claim(Instant firstSeenAt, String fingerprint, Optional<Reply> reply, boolean mine) {}

    record Reply(int status, String body) {}
}
