package dev.kept.application.maintenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.maintenance.CountMemories.Counted;
import dev.kept.domain.account.AccountRole;
import dev.kept.domain.account.ApiKey;
import dev.kept.domain.account.User;
import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.UserId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.rate.KeyLimits;
import dev.kept.domain.telemetry.Metric;
import dev.kept.testkit.FakeMetrics;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountMemoriesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MutableClock clock = MutableClock.atNoon();
    private final Stores stores = Stores.fake(clock);
    private final FakeMetrics metrics = new FakeMetrics();
    private final CountMemories count = new CountMemories(stores.accounts(), stores.shelf(), metrics, clock);

    @Test
    void countsActiveMemoriesOfWhoHasAny() {
        user("ada", 3);
        user("grace", 0);
        Memory old = stores.memories()
                .create(Fixtures.aFact(Owner.of(new UserId("ada")), "old", "It was so."), Fixtures.CREATED);
        stores.memories()
                .update(old.supersededBy(new MemoryId("ada-1"), clock.instant(), clock.instant()), Fixtures.EDITED);

        assertEquals(new Counted(2, 3, 0), count.run(true, PATIENCE));
        assertEquals(List.of(3.0), metrics.of(Metric.MEMORIES_PER_USER));
    }

    @Test
    void countsEachUserOnceADay() {
        for (int i = 0; i < 300; i++) {
            user("u" + i, 1);
        }
        int users = 0;
        int most = 0;
        for (int hour = 0; hour < 24; hour++) {
            int now = count.run(false, PATIENCE).users();
            most = Math.max(most, now);
            users += now;
            clock.advance(Duration.ofHours(1));
        }
        assertEquals(300, users);
        assertEquals(300, metrics.of(Metric.MEMORIES_PER_USER).size());
        assertTrue(most < 40, "the users are spread over the day");
    }

    @Test
    void leavesTheRestWhenTimeIsUp() {
        user("ada", 1);
        assertEquals(new Counted(0, 0, 1), count.run(true, Duration.ZERO));
    }

    private void user(String id, int memories) {
        UserId user = new UserId(id);
        stores.accounts()
                .create(
                        new User(user, Optional.empty(), clock.instant()),
                        new ApiKey(
                                new KeyId("k" + id),
                                user,
                                AccountRole.USER,
                                "hash",
                                Optional.empty(),
                                KeyLimits.NONE,
                                clock.instant()));
        for (int i = 0; i < memories; i++) {
            stores.memories().create(Fixtures.aFact(Owner.of(user), id + "-" + i, "It is so."), Fixtures.CREATED);
        }
    }
}
