package dev.kept.domain.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final RateLimit TWO_A_SECOND = new RateLimit(2, 10);

    @Test
    void isReadFromItsText() {
        assertEquals(new RateLimit(20, 100), RateLimit.parse("20/100"));
        assertEquals(new RateLimit(0.5, 1), RateLimit.parse("0.5/1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "20/", "/100", "-1/100", "20/0", "0/10", "20/100/1", "1e3/10", "20/99999999"})
    void refusesWhatIsNoLimit(String text) {
        assertThrows(IllegalArgumentException.class, () -> RateLimit.parse(text));
    }

    @Test
    void isFullWhenNobodyAskedForLong() {
        assertEquals(10, TWO_A_SECOND.available(Instant.EPOCH, NOON));
        assertEquals(10, TWO_A_SECOND.available(NOON, NOON));
    }

    @Test
    void lacksWhatComesUntilItIsFull() {
        assertEquals(8, TWO_A_SECOND.available(NOON.plusSeconds(1), NOON));
        assertEquals(7, TWO_A_SECOND.available(NOON.plusMillis(1_001), NOON));
        assertEquals(0, TWO_A_SECOND.available(NOON.plusSeconds(5), NOON));
        assertEquals(-2, TWO_A_SECOND.available(NOON.plusSeconds(6), NOON));
    }

    @Test
    void tellsWhenThereIsATokenAgain() {
        assertEquals(NOON.plusMillis(500), TWO_A_SECOND.nextAt(NOON.plusSeconds(5)));
        assertEquals(NOON.plusMillis(1_500), TWO_A_SECOND.nextAt(NOON.plusSeconds(6)));
        assertEquals(1, TWO_A_SECOND.available(NOON.plusSeconds(5), NOON.plusMillis(500)));
        assertEquals(Duration.ofMillis(500), TWO_A_SECOND.pace());
    }

    @Test
    void grantsWhatIsLeftAfterWhatIsOwed() {
        Drawing drawing = new Drawing(TWO_A_SECOND, 3, 20);

        assertEquals(7, drawing.granted(NOON, NOON));
        assertEquals(NOON.plusSeconds(5), drawing.fullAfter(Instant.EPOCH, NOON, 7));
    }

    @Test
    void owesWhatItLacks() {
        Drawing drawing = new Drawing(TWO_A_SECOND, 3, 5);

        assertEquals(0, drawing.granted(NOON.plusSeconds(4), NOON));
        assertEquals(NOON.plusMillis(5_500), drawing.fullAfter(NOON.plusSeconds(4), NOON, 0));
    }
}
