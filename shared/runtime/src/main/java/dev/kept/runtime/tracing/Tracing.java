package dev.kept.runtime.tracing;

import dev.kept.domain.telemetry.SpanName;
import dev.kept.domain.telemetry.TraceContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Records the spans of a process. Nothing here throws but what the traced work itself throws.
public interface Tracing {
    /// Records nothing.
    static Tracing off() {
        return NoTracing.INSTANCE;
    }

    /// By the environment: `KEPT_TRACES_ENDPOINT` is the collector's address, and empty where there is none.
    static Tracing of(Map<String, String> environment) {
        String endpoint = environment.getOrDefault("KEPT_TRACES_ENDPOINT", "");
        return endpoint.isBlank() ? off() : OpenTelemetryTracing.sendingTo(endpoint, environment);
    }

    /// Begins a span, which the thread works in until it is closed.
    ///
    /// @param what the route, the queue or the step that the name has a place for
    /// @param cause where the work was caused. When it is empty, a span that is part of another is one of what the
    ///     thread works in, and others are of the trace that Lambda says, or begin one
    Span begin(SpanName name, String what, Optional<TraceContext> cause);

    /// Records a part of the current work that has just ended.
    void took(SpanName name, String what, Duration time);

    /// Hands on what was recorded, at the end of an invocation, after which a process may stand still. It waits for
    /// that [Collector#PATIENCE] at most, and not at all for a while after it waited in vain.
    void flush();

    /// Does work in a span.
    ///
    /// @throws RuntimeException whatever the work throws
    default void in(SpanName name, Optional<TraceContext> cause, Consumer<Span> work) {
        try (Span span = begin(name, "", cause)) {
            try {
                work.accept(span);
            } catch (RuntimeException failure) {
                span.failed(failure.getClass().getSimpleName());
                throw failure;
            }
        }
    }
}
