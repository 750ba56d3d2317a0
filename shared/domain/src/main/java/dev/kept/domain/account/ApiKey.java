package dev.kept.domain.account;

import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.rate.KeyLimits;
import java.time.Instant;
import java.util.Optional;

/// An API key without its secret, of which only a hash is kept.
///
/// @param secretHash SHA-256 of the secret part in hex: it holds 256 random bits, which no dictionary reaches, so a
///     slow password hash would only cost time on every request
/// @param limits of its own
public record ApiKey(
        KeyId id,
        UserId userId,
        AccountRole role,
        String secretHash,
        Optional<String> name,
        KeyLimits limits,
        Instant createdAt) {
    public ApiKey with(KeyLimits changed) {
        return new ApiKey(id, userId, role, secretHash, name, changed, createdAt);
    }
}
