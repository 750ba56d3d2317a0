package dev.kept.domain.account;

import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.UserId;

/// Who makes a request, as the authorizer found it.
public record Caller(UserId userId, AccountRole role, KeyId keyId) {
    public Owner owner() {
        return Owner.of(userId);
    }
}
