package dev.kept.adapters.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class S3ConfigTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void hasItsDefaults() {
        assertEquals(new S3Config(SECOND, Duration.ofSeconds(5), Duration.ofSeconds(12), 4), S3Config.DEFAULTS);
    }

    @Test
    void refusesTimesThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new S3Config(Duration.ZERO, SECOND, SECOND, 1));
        assertThrows(IllegalArgumentException.class, () -> new S3Config(SECOND, SECOND, Duration.ofMillis(999), 1));
        assertThrows(IllegalArgumentException.class, () -> new S3Config(SECOND, SECOND, SECOND, 0));
    }
}
