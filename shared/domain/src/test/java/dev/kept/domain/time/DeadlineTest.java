package dev.kept.domain.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    @AfterEach
    void forget() {
        Deadline.none();
    }

    @Test
    void keepsTimeForTheAnswer() {
        Deadline.in(Duration.ofSeconds(29));

        Duration remaining = Deadline.remaining().orElseThrow();

        assertTrue(remaining.compareTo(Duration.ofMillis(28_500)) <= 0);
        assertTrue(remaining.compareTo(Duration.ofSeconds(20)) > 0);
    }

    @Test
    void isNoneWhenNobodyWaitsOrTheTimeIsOver() {
        assertEquals(Optional.empty(), Deadline.remaining());

        Deadline.in(Duration.ofMillis(100));

        assertEquals(Optional.empty(), Deadline.remaining());
    }

    @Test
    void holdsForThreadsThatAreStartedMeanwhile() {
        Deadline.in(Duration.ofSeconds(29));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertTrue(CompletableFuture.supplyAsync(Deadline::remaining, threads)
                    .join()
                    .isPresent());
        }
    }
}
