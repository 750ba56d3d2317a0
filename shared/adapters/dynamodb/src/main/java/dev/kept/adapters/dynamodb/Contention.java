package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.DependencyUnavailable;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// Tries again what lost against another writer. The pause is drawn from a window that doubles,
/// so that writers who met once do not meet again ("full jitter",
/// https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
final class Contention {
    /// With the pauses below the last try comes about two seconds after the first.
    private static final int TRIES = 24;
    private static final long PAUSE_FIRST_MILLIS = 4;
    private static final long PAUSE_MAX_MILLIS = 200;
    private static final int DOUBLINGS_MAX = 10;

    private Contention() {}

    /// @param attempt empty: it lost, try again
    /// @throws dev.kept.domain.error.Throttled when it lost every time
    static <T> T retry(String what, Supplier<Optional<T>> attempt) {
        for (int i = 0; i < TRIES; i++) {
            Optional<T> result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
            pause(i);
        }
        throw Failures.contended(what);
    }

    static void pause(int tries) {
        long window = Math.min(PAUSE_MAX_MILLIS, PAUSE_FIRST_MILLIS << Math.min(tries, DOUBLINGS_MAX));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(window) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyUnavailable("dynamodb", e);
        }
    }
}
