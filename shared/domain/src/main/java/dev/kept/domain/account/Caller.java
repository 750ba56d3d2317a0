package dev.kept.domain.account;

import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.UserId;
import dev.kept.domain.rate.KeyLimits;

/// Who makes a request, as the authorizer found it.
///
/// @param limits that the key has of its own
public record Caller(UserId userId, AccountRole role, KeyId keyId, KeyLimits limits) {
    public Owner owner() {
        return Owner.of(userId);
    }
}
