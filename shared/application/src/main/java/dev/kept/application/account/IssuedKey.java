package dev.kept.application.account;

import dev.kept.domain.account.ApiKey;

/// A new key with its secret, which is told once and never again.
///
/// @param secret the whole text to send as a bearer token
public record IssuedKey(ApiKey key, String secret) {
    @Override
    public String toString() {
        return "IssuedKey[" + key.id() + "]";
    }
}
