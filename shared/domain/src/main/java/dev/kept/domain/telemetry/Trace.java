package dev.kept.domain.telemetry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The place in a trace that this thread works at. Threads that are started meanwhile work there too. It is empty where
/// nothing is traced, and then nothing is written of it anywhere.
///
/// Whoever sends or stores what causes more work, writes it beside it.
public final class Trace {
    private static final InheritableThreadLocal<@Nullable TraceContext> CURRENT = new InheritableThreadLocal<>();

    private Trace() {}

    public static Optional<TraceContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    public static void workAt(Optional<TraceContext> place) {
        place.ifPresentOrElse(CURRENT::set, CURRENT::remove);
    }

    /// Called as each invocation starts, in place of what the thread worked for before.
    public static void none() {
        CURRENT.remove();
    }
}
