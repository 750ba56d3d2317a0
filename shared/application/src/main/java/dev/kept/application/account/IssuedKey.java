package dev.kept.application.account;

import dev.kept.domain.account.ApiKey;
import dev.kept.domain.rate.KeyLimits;

/// A new key with its secret, which is told once and never again.
///
/// @param secret the whole text to send as a bearer token
public record IssuedKey(ApiKey key, String secret) {
    IssuedKey with(KeyLimits limits) {
        return new IssuedKey(key.with(limits), secret);
    }

    @Override
    public String toString() {
        return "IssuedKey[" + key.id() + "]";
    }
}
