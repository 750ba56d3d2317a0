package dev.kept.adapters.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.error.DependencyUnavailable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void stopsCallingANodeThatFailedTwice() {
        Guard guard = new Guard(HOUR, HOUR);

        for (int i = 0; i < 100; i++) {
            assertThrows(DependencyUnavailable.class, () -> guard.call(this::failing));
        }

        assertEquals(2, calls.get());
    }

    @Test
    void goesOnCallingANodeThatAnswers() {
        Guard guard = new Guard(HOUR, HOUR);

        for (int i = 0; i < 100; i++) {
            guard.call(calls::incrementAndGet);
        }

        assertEquals(100, calls.get());
    }

    @Test
    void isUnavailableWhenNobodyListens() throws IOException {
        OpenSearchIndex index = new OpenSearchIndex(OpenSearchConfig.of("http://127.0.0.1:" + LocalNode.freePort()));

        assertThrows(DependencyUnavailable.class, () -> index.create(Records.FLAT));
        assertEquals(false, index.isReady());
    }

    @Test
    void refusesAnEndpointThatIsNoUrl() {
        assertThrows(IllegalArgumentException.class, () -> OpenSearchConfig.of("localhost:9200"));
        assertThrows(IllegalArgumentException.class, () -> OpenSearchConfig.of(""));
    }

    @Test
    void waitsNoLongerThanASearchMayTake() {
        OpenSearchConfig config = OpenSearchConfig.of("https://search.example");

        assertEquals(
                new OpenSearchConfig(
                        URI.create("https://search.example"),
                        Duration.ofMillis(300),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(15)),
                config);
    }

    private String failing() throws IOException {
        calls.incrementAndGet();
        throw new IOException("refused");
    }
}
