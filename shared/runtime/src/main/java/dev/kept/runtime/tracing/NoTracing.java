package dev.kept.runtime.tracing;

import dev.kept.domain.telemetry.SpanAttribute;
import dev.kept.domain.telemetry.SpanName;
import dev.kept.domain.telemetry.TraceContext;
import java.time.Duration;
import java.util.Optional;

/// Records nothing.
final class NoTracing implements Tracing {
    static final Tracing INSTANCE = new NoTracing();
    static final Span SPAN = new NoSpan();

    @Override
    public Span begin(SpanName name, String what, Optional<TraceContext> cause) {
        return SPAN;
    }

    @Override
    public void took(SpanName name, String what, Duration time) {}

    @Override
    public void flush() {}

    private static final class NoSpan implements Span {
        @Override
        public Span tell(SpanAttribute attribute, String word) {
            return this;
        }

        @Override
        public Span tell(SpanAttribute attribute, long number) {
            return this;
        }

        @Override
        public Span failed(String type) {
            return this;
        }

        @Override
        public void close() {}
    }
}
