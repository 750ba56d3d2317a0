package dev.kept.local.integration;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Waits for what comes by itself, for at most two minutes: nothing here is about speed, and a machine may be busy.
final class Await {

    private static final Duration AT_MOST = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Await() {}

    static <T> T until(String what, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        Optional<T> seen = look.get();
        while (seen.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            seen = look.get();
        }
        return seen.orElseThrow(() -> new AssertionError("not within " + AT_MOST.toSeconds() + " s: " + what));
    }
}
