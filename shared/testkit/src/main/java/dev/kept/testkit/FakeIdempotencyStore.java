package dev.kept.testkit;

import dev.kept.domain.id.UserId;
import dev.kept.domain.idempotency.IdempotencyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Idempotency keys in memory.
public final class FakeIdempotencyStore implements IdempotencyStore {
    private static final Duration KEPT_FOR = Duration.ofHours(24);
    private final Map<Key, Claim> claims = new HashMap<>();

    private record Key(UserId user, String key) {}

    @Override
    public synchronized Claim claim(UserId user, String key, String fingerprint, Instant now) {
        Claim before = claims.get(new Key(user, key));
        if (before != null && before.firstSeenAt().plus(KEPT_FOR).isAfter(now)) {
            return before;
        }
        claims.put(new Key(user, key), new Claim(now, fingerprint, Optional.empty(), false));
        return new Claim(now, fingerprint, Optional.empty(), true);
    }

    @Override
    public synchronized void complete(UserId user, String key, Reply reply) {
        claims.computeIfPresent(
                new Key(user, key),
                (_, claim) -> new Claim(claim.firstSeenAt(), claim.fingerprint(), Optional.of(reply), false));
    }

    @Override
    public synchronized void release(UserId user, String key) {
        claims.computeIfPresent(new Key(user, key), (_, claim) -> claim.reply().isPresent() ? claim : null);
    }
}
