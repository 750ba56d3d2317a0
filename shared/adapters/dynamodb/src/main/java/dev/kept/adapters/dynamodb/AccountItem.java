package dev.kept.adapters.dynamodb;

import dev.kept.domain.account.AccountRole;
import dev.kept.domain.account.ApiKey;
import dev.kept.domain.account.User;
import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.rate.KeyLimits;

/// Users and API keys as items.
final class AccountItem {
    /// Counts the keys that a user was given, so that a deletion notices a key that was made
    /// meanwhile.
    static final String KEYS_MADE = "keysMade";

    private AccountItem() {}

    static Item write(Key key, User user) {
        return Item.at(key)
                .put("userId", user.id().value())
                .put("displayName", user.displayName())
                .put("createdAt", user.createdAt());
    }

    static User readUser(Item item) {
        return new User(new UserId(item.text("userId")), item.optional("displayName"), item.time("createdAt"));
    }

    static Item write(Key key, ApiKey apiKey) {
        Item item = Item.at(key)
                .put("keyId", apiKey.id().value())
                .put("userId", apiKey.userId().value())
                .put("role", apiKey.role())
                .put("secretHash", apiKey.secretHash())
                .put("name", apiKey.name())
                .put("createdAt", apiKey.createdAt());
        apiKey.limits().texts().forEach(item::put);
        return item;
    }

    static ApiKey readKey(Item item) {
        return new ApiKey(
                new KeyId(item.text("keyId")),
                new UserId(item.text("userId")),
                item.constant(AccountRole.class, "role"),
                item.text("secretHash"),
                item.optional("name"),
                KeyLimits.of(item::optional),
                item.time("createdAt"));
    }
}
