package dev.kept.runtime.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.rate.RateClass;
import dev.kept.domain.rate.RateLimit;
import org.junit.jupiter.api.Test;

class RateConfigTest {
    @Test
    void namesTheVariableThatIsNoLimit() {
        var failure = assertThrows(IllegalArgumentException.class, () -> RateConfig.of("50/200", "often", "10/50"));

        assertTrue(String.valueOf(failure.getMessage()).startsWith("KEPT_RATE_LIMIT_WRITE"));
    }

    @Test
    void hasALimitForEachClass() {
        RateConfig config = RateConfig.of("50/200", "20/100", "10/50");

        assertEquals(new RateLimit(50, 200), config.of(RateClass.READ));
        assertEquals(new RateLimit(20, 100), config.of(RateClass.WRITE));
        assertEquals(new RateLimit(10, 50), config.of(RateClass.HEAVY));
    }

    @Test
    void countsSearchesAsHeavyAndTheRestByMethod() {
        assertEquals(RateClass.HEAVY, RouteClasses.of("POST /v1/search"));
        assertEquals(RateClass.READ, RouteClasses.of("GET /v1/memories"));
        assertEquals(RateClass.WRITE, RouteClasses.of("POST /v1/memories"));
        assertEquals(RateClass.WRITE, RouteClasses.of("DELETE /v1/memories/{memoryId}"));
    }
}
