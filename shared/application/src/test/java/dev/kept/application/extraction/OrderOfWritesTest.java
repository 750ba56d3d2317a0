package dev.kept.application.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.memory.MemoryStatus;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In whichever order statements arrive, the newest one holds and the older ones are its history.
class OrderOfWritesTest {
    private final MutableClock clock = MutableClock.atNoon();
    private final Telling telling = new Telling(clock, Stores.fake(clock));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theNewestStatementHoldsInWhicheverOrder(long seed) {
        List<Told> statements = Told.all();

        telling.sayShuffled(statements, new Random(seed));

        assertEquals(Told.newest(statements), telling.texts(MemoryStatus.ACTIVE), () -> "seed " + seed);
        telling.assertHistory();
    }
}
