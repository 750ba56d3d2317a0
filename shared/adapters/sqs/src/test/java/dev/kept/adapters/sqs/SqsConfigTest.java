package dev.kept.adapters.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SqsConfigTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void hasItsDefaults() {
        assertEquals(new SqsConfig(SECOND, Duration.ofSeconds(5), Duration.ofSeconds(12), 4), SqsConfig.DEFAULTS);
    }

    @Test
    void refusesTimesThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new SqsConfig(Duration.ZERO, SECOND, SECOND, 1));
        assertThrows(IllegalArgumentException.class, () -> new SqsConfig(SECOND, SECOND, Duration.ofMillis(999), 1));
        assertThrows(IllegalArgumentException.class, () -> new SqsConfig(SECOND, SECOND, SECOND, 0));
    }
}
