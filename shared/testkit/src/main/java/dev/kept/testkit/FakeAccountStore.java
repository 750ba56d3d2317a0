package dev.kept.testkit;

import dev.kept.domain.account.AccountStore;
import dev.kept.domain.account.ApiKey;
import dev.kept.domain.account.User;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.rate.KeyLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Users and keys in memory.
public final class FakeAccountStore implements AccountStore {
    private final Map<UserId, User> users = new TreeMap<>();
    private final Map<KeyId, ApiKey> keys = new TreeMap<>();

    @Override
    public synchronized void create(User user, ApiKey firstKey) {
        if (users.containsKey(user.id())) {
            throw Conflict.exists("user", user.id().value());
        }
        users.put(user.id(), user);
        keys.put(firstKey.id(), firstKey);
    }

    @Override
    public synchronized Optional<User> find(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public synchronized Page<User> list(PageRequest page) {
        return Pages.<User>ascending("users", user -> user.id().value()).cut(users.values().stream(), page);
    }

    @Override
    public synchronized boolean delete(UserId id) {
        keys.values().removeIf(key -> key.userId().equals(id));
        return users.remove(id) != null;
    }

    @Override
    public synchronized void create(ApiKey key) {
        if (!users.containsKey(key.userId())) {
            throw new NotFound("user", key.userId().value());
        }
        keys.put(key.id(), key);
    }

    @Override
    public synchronized Optional<ApiKey> find(KeyId id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public synchronized List<ApiKey> keys(UserId user) {
        return keys.values().stream().filter(key -> key.userId().equals(user)).toList();
    }

    @Override
    public synchronized Optional<ApiKey> limit(KeyId id, KeyLimits limits) {
        return Optional.ofNullable(keys.computeIfPresent(id, (_, key) -> key.with(limits)));
    }

    @Override
    public synchronized boolean delete(KeyId id) {
        return keys.remove(id) != null;
    }
}
