package dev.kept.adapters.dynamodb;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.NOON;
import static dev.kept.testkit.Fixtures.aSession;
import static dev.kept.testkit.Fixtures.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.FakeLargeContent;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// A deletion that failed in the middle: the archive was out of reach.
class HalfDeletedSessionIT {
    private static final SessionId S1 = new SessionId("s1");
    private final AtomicBoolean down = new AtomicBoolean();
    private final Stores stores = LocalTables.stores(MutableClock.atNoon(), new FailingContent(down));

    @Test
    void isHiddenAndCanBeFinished() {
        stores.sessions().create(aSession(ADA, "s1"));
        stores.turns().append(ADA, S1, turns("c", 70), NOON);
        stores.turns().append(ADA, S1, List.of(Fixtures.userSaying("ä".repeat(100_000))), NOON);
        stores.turns().append(ADA, S1, turns("d", 90), NOON);
        down.set(true);
        assertThrows(DependencyUnavailable.class, () -> stores.sessions().delete(ADA, S1));
        assertEquals(Optional.empty(), stores.sessions().find(ADA, S1));
        assertThrows(NotFound.class, () -> stores.turns().append(ADA, S1, turns("e", 1), NOON));
        assertThrows(NotFound.class, () -> stores.sessions().update(aSession(ADA, "s1")));
        down.set(false);
        assertTrue(stores.sessions().delete(ADA, S1));
        assertEquals(List.of(), stores.turns().after(ADA, S1, Optional.empty(), 10));
        assertFalse(stores.sessions().delete(ADA, S1));
    }

    private record FailingContent(AtomicBoolean down, LargeContent content) implements LargeContent {
        FailingContent(AtomicBoolean down) {
            this(down, new FakeLargeContent());
        }

        @Override
        public void put(String key, String text) {
            content.put(key, text);
        }

        @Override
        public String get(String key) {
            return content.get(key);
        }

        @Override
        public void delete(String key) {
            if (down.get()) {
                throw new DependencyUnavailable("s3", new IllegalStateException("down"));
            }
            content.delete(key);
        }
    }
}
