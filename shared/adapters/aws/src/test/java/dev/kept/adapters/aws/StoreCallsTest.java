package dev.kept.adapters.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreCallsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void hasItsDefaults() {
        assertEquals(new StoreCalls(SECOND, Duration.ofSeconds(5), Duration.ofSeconds(12), 4), StoreCalls.DEFAULTS);
    }

    @Test
    void refusesTimesThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new StoreCalls(Duration.ZERO, SECOND, SECOND, 1));
        assertThrows(IllegalArgumentException.class, () -> new StoreCalls(SECOND, SECOND, Duration.ofMillis(999), 1));
        assertThrows(IllegalArgumentException.class, () -> new StoreCalls(SECOND, SECOND, SECOND, 0));
    }
}
