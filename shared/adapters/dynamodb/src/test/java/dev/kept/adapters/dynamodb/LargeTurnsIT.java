package dev.kept.adapters.dynamodb;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.aSession;
import static dev.kept.testkit.Fixtures.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.id.SessionId;
import dev.kept.testkit.FakeLargeContent;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LargeTurnsIT {
    private static final SessionId S1 = new SessionId("s1");
    private final MutableClock clock = MutableClock.atNoon();
    private final FakeLargeContent large = new FakeLargeContent();
    private final Stores stores = LocalTables.stores(clock, large);

    @BeforeEach
    void startASession() {
        stores.sessions().create(aSession(ADA, "s1"));
    }

    @Test
    void onlyWhatIsTooLargeForAnItemLiesElsewhere() {
        append("a", "x".repeat(100_000));
        assertEquals(0, large.keys().size());
        append("b", "ä".repeat(100_000));
        assertEquals(1, large.keys().size());
        assertTrue(large.keys().iterator().next().startsWith("turns/USER=ada/session=s1/"));
    }

    @Test
    void aDuplicateIsNotStoredAgain() {
        append("b", "ä".repeat(100_000));
        append("b", "ä".repeat(100_000));
        assertEquals(1, large.keys().size());
    }

    @Test
    void itGoesWithTheSession() {
        append("a", "ä".repeat(100_000));
        append("b", "short");
        stores.sessions().delete(ADA, S1);
        assertEquals(0, large.keys().size());
    }

    @Test
    void aTurnWhoseContentIsJustBeingRemovedIsNotThere() {
        append("a", "ä".repeat(100_000));
        append("b", "short");
        large.keys().forEach(large::delete);
        assertEquals(1, stores.turns().after(ADA, S1, Optional.empty(), 10).size());
        assertEquals(1, stores.source().unindexed(ADA, 10).size());
    }

    private void append(String clientId, String content) {
        stores.turns().append(ADA, S1, List.of(turn(clientId, content)), clock.instant());
    }
}
