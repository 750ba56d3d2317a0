package dev.kept.runtime.tracing;

import dev.kept.domain.telemetry.SpanAttribute;
import dev.kept.domain.telemetry.SpanName;
import dev.kept.domain.telemetry.TraceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Remembers which spans ended, each as a line.
public final class FakeTracing implements Tracing {
    private final List<String> ended = new ArrayList<>();

    public List<String> ended() {
        return List.copyOf(ended);
    }

    @Override
    public Span begin(SpanName name, String what, Optional<TraceContext> cause) {
        return new Line(
                name.of(what) + cause.map(place -> " below " + place.spanId()).orElse(""));
    }

    @Override
    public void took(SpanName name, String what, Duration time) {
        ended.add(name.of(what) + " " + time);
    }

    @Override
    public void flush() {}

    private final class Line implements Span {
        private final StringBuilder line;

        private Line(String begin) {
            this.line = new StringBuilder(begin);
        }

        @Override
        public Span tell(SpanAttribute attribute, String word) {
            line.append(' ').append(attribute.label()).append('=').append(word);
            return this;
        }

        @Override
        public Span tell(SpanAttribute attribute, long number) {
            return tell(attribute, Long.toString(number));
        }

        @Override
        public Span failed(String type) {
            return tell(SpanAttribute.ERROR, type);
        }

        @Override
        public void close() {
            ended.add(line.toString());
        }
    }
}
