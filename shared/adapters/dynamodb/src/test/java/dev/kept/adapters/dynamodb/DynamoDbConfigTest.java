package dev.kept.adapters.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DynamoDbConfigTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void hasItsDefaults() {
        assertEquals(
                new DynamoDbConfig(SECOND, Duration.ofSeconds(5), Duration.ofSeconds(12), 4), DynamoDbConfig.DEFAULTS);
    }

    @Test
    void refusesTimesThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new DynamoDbConfig(Duration.ZERO, SECOND, SECOND, 1));
        assertThrows(
                IllegalArgumentException.class, () -> new DynamoDbConfig(SECOND, SECOND, Duration.ofMillis(999), 1));
        assertThrows(IllegalArgumentException.class, () -> new DynamoDbConfig(SECOND, SECOND, SECOND, 0));
    }
}
