package dev.kept.adapters.dynamodb;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Users and API keys in the accounts table. A user is in the table twice (by id and in the list
/// of all), a key as well (by user and by id); each pair is written and removed together.
final class DynamoDbAccountStore implements AccountStore {
    private static final int KEYS_A_TRANSACTION = 45;
    private final Dynamo dynamo;
    private final AccountsTable table;

    DynamoDbAccountStore(Dynamo dynamo, AccountsTable table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void create(User user, ApiKey firstKey) {
        Contention.retry("user " + user.id(), () -> {
            Item profile = AccountItem.write(table.profile(user.id()), user).put(AccountItem.KEYS_MADE, 1);
            Transaction transaction = dynamo.transaction()
                    .put(table.name(), profile, Condition.absent(Attribute.ITEM))
                    .put(table.name(), AccountItem.write(table.listed(user.id()), user));
            add(transaction, firstKey);
            return done(transaction.commit(), Conflict.exists("user", user.id().value()));
        });
    }

    @Override
    public Optional<User> find(UserId id) {
        return dynamo.get(table.profile(id)).map(AccountItem::readUser);
    }

    @Override
    public Page<User> list(PageRequest page) {
        return new PagedQuery<>(dynamo, "", table.users(), "", item -> Optional.of(AccountItem.readUser(item)))
                .page(page);
    }

    @Override
    public boolean delete(UserId id) {
        return Contention.retry("user " + id, () -> tryToDelete(id));
    }

    private Optional<Boolean> tryToDelete(UserId id) {
        Optional<Item> profile = dynamo.get(table.profile(id));
        if (profile.isEmpty()) {
            return Optional.of(false);
        }
        List<ApiKey> keys = keys(id);
        int early = Math.max(0, keys.size() - KEYS_A_TRANSACTION);
        dynamo.deleteAll(table.name(), both(keys.subList(0, early)));
        Condition noNewKey =
                Condition.equal(AccountItem.KEYS_MADE, profile.get().number(AccountItem.KEYS_MADE));
        Transaction transaction =
                dynamo.transaction().delete(table.profile(id), noNewKey).delete(table.listed(id));
        both(keys.subList(early, keys.size())).forEach(transaction::delete);
        return transaction.commit().isEmpty() ? Optional.of(true) : Optional.empty();
    }

    @Override
    public void create(ApiKey key) {
        Contention.retry("user " + key.userId(), () -> {
            Transaction transaction = dynamo.transaction()
                    .update(new Update(table.profile(key.userId()), Condition.exists(Attribute.ITEM))
                            .add(AccountItem.KEYS_MADE, 1));
            add(transaction, key);
            return done(transaction.commit(), new NotFound("user", key.userId().value()));
        });
    }

    @Override
    public Optional<ApiKey> find(KeyId id) {
        return dynamo.get(table.apiKey(id)).map(AccountItem::readKey);
    }

    @Override
    public List<ApiKey> keys(UserId user) {
        return dynamo.first(table.keys(user), Integer.MAX_VALUE).stream()
                .map(AccountItem::readKey)
                .toList();
    }

    /// Whole items: nothing else of a key ever changes.
    @Override
    public Optional<ApiKey> limit(KeyId id, KeyLimits limits) {
        Optional<ApiKey> limited = find(id).map(key -> key.with(limits));
        return limited.filter(key -> Contention.retry("key " + id, () -> tryToReplace(key)));
    }

    private Optional<Boolean> tryToReplace(ApiKey key) {
        Condition there = Condition.exists(Attribute.ITEM);
        Optional<Transaction.Cancelled> cancelled = dynamo.transaction()
                .put(table.name(), AccountItem.write(table.userKey(key.userId(), key.id()), key), there)
                .put(table.name(), AccountItem.write(table.apiKey(key.id()), key), there)
                .commit();
        return cancelled.isEmpty()
                ? Optional.of(true)
                : cancelled.filter(refused -> !refused.refused().isEmpty()).map(_ -> false);
    }

    @Override
    public boolean delete(KeyId id) {
        Optional<ApiKey> key = find(id);
        key.ifPresent(found -> Contention.retry("key " + id, () -> {
            Transaction transaction = dynamo.transaction();
            both(List.of(found)).forEach(transaction::delete);
            return transaction.commit().isEmpty() ? Optional.of(true) : Optional.empty();
        }));
        return key.isPresent();
    }

    private void add(Transaction transaction, ApiKey key) {
        transaction
                .put(table.name(), AccountItem.write(table.userKey(key.userId(), key.id()), key))
                .put(table.name(), AccountItem.write(table.apiKey(key.id()), key));
    }

    private List<Key> both(List<ApiKey> keys) {
        List<Key> both = new ArrayList<>();
        for (ApiKey key : keys) {
            both.add(table.apiKey(key.id()));
            both.add(table.userKey(key.userId(), key.id()));
        }
        return both;
    }

    private static Optional<Boolean> done(Optional<Transaction.Cancelled> cancelled, RuntimeException whenRefused) {
        if (cancelled.isEmpty()) {
            return Optional.of(true);
        }
        if (!cancelled.get().refused().isEmpty()) {
            throw whenRefused;
        }
        return Optional.empty();
    }
}
