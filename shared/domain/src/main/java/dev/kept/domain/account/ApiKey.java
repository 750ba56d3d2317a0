package dev.kept.domain.account;

import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.UserId;
import java.time.Instant;
import java.util.Optional;

/// An API key without its secret, of which only a hash is kept.
///
/// @param secretHash SHA-256 of the secret part in hex: it holds 256 random bits, which no dictionary reaches, so a
///     slow password hash would only cost time on every request
public record ApiKey(
        KeyId id, UserId userId, AccountRole role, String secretHash, Optional<String> name, Instant createdAt) {}
