package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.id.KeyId;
import dev.kept.domain.rate.Bucket;
import dev.kept.domain.rate.Drawing;
import dev.kept.domain.rate.Drawn;
import dev.kept.domain.rate.RateClass;
import dev.kept.domain.rate.RateLimit;
import dev.kept.domain.rate.TokenBuckets;
import dev.kept.testkit.Together;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What {@link TokenBuckets} promise.
public abstract class TokenBucketsContract {
    private static final RateLimit LIMIT = new RateLimit(2, 10);
    private static final Bucket READS = new Bucket(new KeyId("k1"), RateClass.READ);

    private Optional<TokenBuckets> opened = Optional.empty();

    /// Buckets that nobody asked before.
    protected abstract TokenBuckets open();

    @BeforeEach
    void openBuckets() {
        opened = Optional.of(open());
    }

    @Test
    void areFullAtFirst() {
        assertEquals(10, draw(0, 20, NOON).granted());
        assertEquals(0, draw(0, 20, NOON).granted());
    }

    @Test
    void fillAtTheirPaceAndNotBeyondTheirBurst() {
        draw(0, 10, NOON);

        assertEquals(0, draw(0, 5, NOON.plusMillis(499)).granted());
        assertEquals(1, draw(0, 5, NOON.plusMillis(500)).granted());
        assertEquals(4, draw(0, 5, NOON.plusMillis(2_500)).granted());
        assertEquals(10, draw(0, 50, NOON.plusSeconds(3_600)).granted());
    }

    @Test
    void tellWhenThereIsATokenAgain() {
        assertFalse(draw(0, 9, NOON).nextAt().isAfter(NOON));
        assertEquals(NOON.plusMillis(500), draw(0, 1, NOON).nextAt());
        assertEquals(NOON.plusMillis(500), draw(0, 1, NOON).nextAt());
    }

    @Test
    void takeWhatIsOwedEvenWhenItIsNotThere() {
        draw(0, 9, NOON);

        Drawn drawn = draw(3, 5, NOON);

        assertEquals(0, drawn.granted());
        assertEquals(NOON.plusMillis(1_500), drawn.nextAt());
        assertEquals(0, draw(0, 1, NOON.plusMillis(1_499)).granted());
        assertEquals(1, draw(0, 1, NOON.plusMillis(1_500)).granted());
    }

    @Test
    void areFullAgainOnceTheirLimitIsAnother() {
        draw(0, 10, NOON);
        Drawing other = new Drawing(new RateLimit(100, 40), 0, 50);

        assertEquals(40, opened.orElseThrow().draw(READS, other, NOON).granted());
        assertEquals(0, draw(0, 1, NOON).granted());
    }

    @Test
    void takeWhatIsOwedBeforeWhatIsWanted() {
        assertEquals(7, draw(3, 20, NOON).granted());
        assertEquals(0, draw(0, 1, NOON).granted());
    }

    @Test
    void areApartForEachKeyAndClass() {
        draw(0, 10, NOON);
        for (Bucket other : List.of(
                new Bucket(new KeyId("k1"), RateClass.WRITE),
                new Bucket(new KeyId("k1"), RateClass.HEAVY),
                new Bucket(new KeyId("k2"), RateClass.READ))) {
            assertEquals(
                    10, buckets().draw(other, new Drawing(LIMIT, 0, 10), NOON).granted());
        }
    }

    @Test
    void goOnWithALimitThatWasChanged() {
        draw(0, 10, NOON);
        RateLimit wider = new RateLimit(10, 100);

        assertTrue(buckets().draw(READS, new Drawing(wider, 0, 1), NOON).granted() == 1);
    }

    @Test
    void grantNoTokenTwice() {
        List<Drawn> drawn = Together.run(Collections.nCopies(8, () -> draw(0, 3, NOON)));

        assertEquals(10, drawn.stream().mapToInt(Drawn::granted).sum());
    }

    @Test
    void chargeEveryDebt() {
        Together.run(Collections.nCopies(8, () -> draw(3, 0, NOON)));

        assertEquals(NOON.plusMillis(7_500), draw(0, 1, NOON).nextAt(), "24 tokens out of 10 are 14 too many, and one");
    }

    /// Whatever is asked, and whenever: no more than a full bucket and what came in meanwhile.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverGiveMoreThanThereIs(long seed) {
        Random random = new Random(seed);
        Instant now = NOON;
        long given = 0;
        for (int i = 0; i < 100; i++) {
            now = now.plusMillis(random.nextInt(1_500));
            int wanted = random.nextInt(8);
            given += draw(0, wanted, now).granted();
            double came = (now.toEpochMilli() - NOON.toEpochMilli()) / 1_000.0 * LIMIT.perSecond();
            assertTrue(given <= LIMIT.burst() + came, "seed " + seed + ": " + given + " after " + now);
        }
    }

    private Drawn draw(int owed, int wanted, Instant now) {
        return buckets().draw(READS, new Drawing(LIMIT, owed, wanted), now);
    }

    protected final TokenBuckets buckets() {
        return opened.orElseThrow();
    }
}
