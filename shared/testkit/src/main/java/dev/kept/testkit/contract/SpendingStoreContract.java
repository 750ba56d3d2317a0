package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.spending.Spending;
import dev.kept.domain.spending.SpendingScope;
import dev.kept.domain.spending.SpendingStore;
import dev.kept.testkit.Together;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a {@link SpendingStore} promises.
public abstract class SpendingStoreContract {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final SpendingScope SESSION = new SpendingScope.OfSession(new SessionRef(ADA, new SessionId("s1")));
    private static final Spending LIMIT = new Spending(1_000, 500);

    private Optional<SpendingStore> opened = Optional.empty();

    /// A store in which nothing is spent.
    protected abstract SpendingStore open();

    @BeforeEach
    void openStore() {
        opened = Optional.of(open());
    }

    @Test
    void addsUpToTheLimitAndNotBeyond() {
        assertEquals(Spending.NONE, store().of(SESSION));

        assertTrue(store().spend(SESSION, new Spending(600, 100), LIMIT));
        assertTrue(store().spend(SESSION, new Spending(400, 100), LIMIT));
        assertFalse(store().spend(SESSION, new Spending(1, 0), LIMIT));

        assertEquals(new Spending(1_000, 200), store().of(SESSION));
    }

    @Test
    void holdsTokensAndCostApart() {
        assertTrue(store().spend(SESSION, new Spending(10, 500), LIMIT));
        assertFalse(store().spend(SESSION, new Spending(10, 1), LIMIT));
        assertTrue(store().spend(SESSION, new Spending(10, 0), LIMIT));
    }

    @Test
    void refusesAFirstAmountBeyondTheLimit() {
        assertFalse(store().spend(SESSION, new Spending(1_001, 0), LIMIT));
        assertFalse(store().spend(SESSION, new Spending(0, 501), LIMIT));
        assertEquals(Spending.NONE, store().of(SESSION));
    }

    @Test
    void correctsWhatWasReserved() {
        store().spend(SESSION, new Spending(900, 400), LIMIT);
        store().correct(SESSION, new Spending(-500, -300));
        assertEquals(new Spending(400, 100), store().of(SESSION));
        assertTrue(store().spend(SESSION, new Spending(600, 400), LIMIT));

        store().correct(SESSION, new Spending(50, 0));
        assertEquals(new Spending(1_050, 500), store().of(SESSION));
    }

    @Test
    void countsForEachScopeApart() {
        List<SpendingScope> scopes = List.of(
                SESSION,
                new SpendingScope.OfSession(new SessionRef(GRACE, new SessionId("s1"))),
                new SpendingScope.OfSession(new SessionRef(ADA, new SessionId("s2"))),
                new SpendingScope.OfOwner(ADA, DAY),
                new SpendingScope.OfOwner(ADA, DAY.plusDays(1)),
                new SpendingScope.OfOwner(GRACE, DAY),
                new SpendingScope.OfAll(DAY),
                new SpendingScope.OfAll(DAY.plusDays(1)));
        for (int i = 0; i < scopes.size(); i++) {
            store().spend(scopes.get(i), new Spending(i + 1, 0), LIMIT);
        }
        for (int i = 0; i < scopes.size(); i++) {
            assertEquals(new Spending(i + 1, 0), store().of(scopes.get(i)));
        }
    }

    @Test
    void refusesOneOfTwoWhoWouldPassTheLimitTogether() {
        List<Boolean> added =
                Together.run(Collections.nCopies(8, () -> store().spend(SESSION, new Spending(300, 0), LIMIT)));

        assertEquals(3, Collections.frequency(added, true));
        assertEquals(new Spending(900, 0), store().of(SESSION));
    }

    protected final SpendingStore store() {
        return opened.orElseThrow();
    }
}
