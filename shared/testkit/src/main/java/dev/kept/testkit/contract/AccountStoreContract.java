package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.account.AccountRole;
import dev.kept.domain.account.ApiKey;
import dev.kept.domain.account.User;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.rate.KeyLimits;
import dev.kept.domain.rate.RateClass;
import dev.kept.domain.rate.RateLimit;
import dev.kept.testkit.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// What an {@link dev.kept.domain.account.AccountStore} promises.
public abstract class AccountStoreContract extends StoreContract {
    private static final UserId ADA = new UserId("ada@example.org");
    private static final KeyLimits LIMITS =
            new KeyLimits(Map.of(RateClass.WRITE, new RateLimit(0.5, 3), RateClass.HEAVY, new RateLimit(200, 900)));

    @Test
    void findsAUserWithTheFirstKey() {
        User user = new User(ADA, Optional.of("Ada L."), NOON);
        ApiKey key = new ApiKey(new KeyId("k1"), ADA, AccountRole.ADMIN, "ab12", Optional.of("laptop"), LIMITS, NOON);
        stores().accounts().create(user, key);
        assertEquals(Optional.of(user), stores().accounts().find(ADA));
        assertEquals(Optional.of(key), stores().accounts().find(new KeyId("k1")));
        assertEquals(List.of(key), stores().accounts().keys(ADA));
    }

    @Test
    void refusesASecondUserOfTheSameIdAndItsKey() {
        create("ada@example.org", "k1");
        assertThrows(Conflict.class, () -> create("ada@example.org", "k2"));
        assertEquals(Optional.empty(), stores().accounts().find(new KeyId("k2")));
    }

    @Test
    void listsUsersInPages() {
        for (String id : List.of("c", "a", "b")) {
            create(id, "k-" + id);
        }
        assertEquals(
                List.of("a", "b", "c"),
                all(2, page -> stores().accounts().list(page)).stream()
                        .map(user -> user.id().value())
                        .toList());
    }

    @Test
    void refusesADamagedCursor() {
        create("a", "k1");
        create("b", "k2");
        String cursor = stores().accounts().list(PageRequest.first(1)).next().orElseThrow();
        PageRequest damaged = new PageRequest(1, Optional.of(cursor.substring(2)));
        assertThrows(InvalidRequest.class, () -> stores().accounts().list(damaged));
    }

    @Test
    void aKeyNeedsItsUser() {
        assertThrows(NotFound.class, () -> stores().accounts().create(key("k1", "nobody")));
        assertEquals(Optional.empty(), stores().accounts().find(new KeyId("k1")));
    }

    @Test
    void aRevokedKeyIsGoneAtOnce() {
        create("ada@example.org", "k1");
        stores().accounts().create(key("k2", "ada@example.org"));
        assertTrue(stores().accounts().delete(new KeyId("k1")));
        assertEquals(Optional.empty(), stores().accounts().find(new KeyId("k1")));
        assertEquals(List.of("k2"), keys());
        assertFalse(stores().accounts().delete(new KeyId("k1")));
    }

    @Test
    void aKeyIsGivenOtherLimitsWhereverItIsFound() {
        create("ada@example.org", "k1");
        ApiKey limited = key("k1", "ada@example.org").with(LIMITS);

        assertEquals(Optional.of(limited), stores().accounts().limit(new KeyId("k1"), LIMITS));
        assertEquals(Optional.of(limited), stores().accounts().find(new KeyId("k1")));
        assertEquals(List.of(limited), stores().accounts().keys(ADA));

        KeyLimits fewer = new KeyLimits(Map.of(RateClass.READ, new RateLimit(1, 1)));
        stores().accounts().limit(new KeyId("k1"), fewer);
        assertEquals(
                Optional.of(fewer), stores().accounts().find(new KeyId("k1")).map(ApiKey::limits));

        stores().accounts().limit(new KeyId("k1"), KeyLimits.NONE);
        assertEquals(
                Optional.of(key("k1", "ada@example.org")), stores().accounts().find(new KeyId("k1")));
    }

    @Test
    void onlyAKeyThatIsThereIsGivenLimits() {
        assertEquals(Optional.empty(), stores().accounts().limit(new KeyId("k1"), LIMITS));
        assertEquals(Optional.empty(), stores().accounts().find(new KeyId("k1")));
    }

    @Test
    void deletesAUserWithAllKeys() {
        create("ada@example.org", "k1");
        for (int i = 0; i < 60; i++) {
            stores().accounts().create(key("more-" + i, "ada@example.org"));
        }
        create("other", "k2");
        assertTrue(stores().accounts().delete(ADA));
        assertEquals(Optional.empty(), stores().accounts().find(ADA));
        assertEquals(List.of(), keys());
        assertEquals(Optional.empty(), stores().accounts().find(new KeyId("k1")));
        assertEquals(Optional.empty(), stores().accounts().find(new KeyId("more-59")));
        assertTrue(stores().accounts().find(new KeyId("k2")).isPresent());
        assertEquals(
                List.of(new UserId("other")),
                stores().accounts().list(PageRequest.first(10)).items().stream()
                        .map(User::id)
                        .toList());
        assertFalse(stores().accounts().delete(ADA));
    }

    @Test
    void noKeyOutlivesItsUser() {
        create("ada@example.org", "k1");
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String id = "more-" + i;
            tasks.add(() -> made(id));
        }
        tasks.add(() -> stores().accounts().delete(ADA));
        Together.run(tasks);
        assertEquals(List.of(), keys());
        for (int i = 0; i < 5; i++) {
            assertEquals(Optional.empty(), stores().accounts().find(new KeyId("more-" + i)));
        }
    }

    private boolean made(String id) {
        try {
            stores().accounts().create(key(id, "ada@example.org"));
            return true;
        } catch (NotFound _) {
            return false;
        }
    }

    @Test
    void oneOfManyWhoMakeTheSameUserWins() {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String id = "k" + i;
            tasks.add(() -> isFirst(id));
        }
        List<Boolean> won = Together.run(tasks);
        assertEquals(1, won.stream().filter(Boolean::booleanValue).count());
        assertEquals(Set.of("k" + won.indexOf(true)), Set.copyOf(keys()));
    }

    private boolean isFirst(String key) {
        try {
            create("ada@example.org", key);
            return true;
        } catch (Conflict _) {
            return false;
        }
    }

    private List<String> keys() {
        return stores().accounts().keys(ADA).stream()
                .map(key -> key.id().value())
                .toList();
    }

    private void create(String user, String key) {
        stores().accounts().create(new User(new UserId(user), Optional.empty(), NOON), key(key, user));
    }

    private static ApiKey key(String id, String user) {
        return new ApiKey(
                new KeyId(id), new UserId(user), AccountRole.USER, "00ff", Optional.empty(), KeyLimits.NONE, NOON);
    }
}
