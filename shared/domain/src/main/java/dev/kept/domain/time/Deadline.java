package dev.kept.domain.time;

import java.time.Duration;
import java.util.Optional;

/// When the answer to the invocation that this thread works for must be there. Threads that are started meanwhile work
/// for it too.
///
/// A function that runs out of time is killed, and whoever called it learns nothing; so calls of other systems end a
/// little earlier than that, and there is time to say what is unavailable.
public final class Deadline {
    /// Kept back for the answer itself.
    static final Duration RESERVE = Duration.ofMillis(500);

    private static final InheritableThreadLocal<Long> END = new InheritableThreadLocal<>();

    private Deadline() {}

    /// Called as each invocation starts, in place of what the thread worked for before.
    public static void in(Duration remaining) {
        END.set(System.nanoTime() + remaining.minus(RESERVE).toNanos());
    }

    /// What is left for calls of other systems. Empty when nobody waits, and when the time is over: then this thread
    /// was left behind by an earlier invocation.
    public static Optional<Duration> remaining() {
        return Optional.ofNullable(END.get())
                .map(end -> Duration.ofNanos(end - System.nanoTime()))
                .filter(Duration::isPositive);
    }

    /// Work of this thread that nobody waits for.
    public static void none() {
        END.remove();
    }
}
