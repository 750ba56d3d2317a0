package dev.kept.runtime.tracing;

import dev.kept.domain.telemetry.SpanAttribute;
import dev.kept.domain.telemetry.SpanName;
import dev.kept.domain.telemetry.Trace;
import dev.kept.domain.telemetry.TraceContext;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;
import org.slf4j.MDC;

/// A span that goes to the collector. What log lines name, it names too.
final class RecordedSpan implements Span {
    static final String TRACE_ID = "traceId";

    private final SpanName name;
    private final io.opentelemetry.api.trace.Span span;
    private final Optional<TraceContext> around;

    private RecordedSpan(SpanName name, io.opentelemetry.api.trace.Span span, Optional<TraceContext> around) {
        this.name = name;
        this.span = span;
        this.around = around;
    }

    /// From here on the thread works in it.
    static RecordedSpan entered(SpanName name, io.opentelemetry.api.trace.Span span) {
        RecordedSpan entered = new RecordedSpan(name, span, Trace.current());
        workAt(Places.of(span.getSpanContext()));
        return entered;
    }

    private static void workAt(Optional<TraceContext> place) {
        Trace.workAt(place);
        place.ifPresentOrElse(there -> MDC.put(TRACE_ID, there.traceId()), () -> MDC.remove(TRACE_ID));
    }

    @Override
    public Span tell(SpanAttribute attribute, String word) {
        if (name.takes(attribute)) {
            span.setAttribute(attribute.label(), word);
        }
        return this;
    }

    @Override
    public Span tell(SpanAttribute attribute, long number) {
        if (name.takes(attribute)) {
            span.setAttribute(attribute.label(), number);
        }
        return this;
    }

    @Override
    public Span failed(String type) {
        span.setStatus(StatusCode.ERROR);
        return tell(SpanAttribute.ERROR, type);
    }

    /// Under the names of [dev.kept.runtime.telemetry.Telemetry].
    @Override
    public void close() {
        name(SpanAttribute.FUNCTION, "function");
        name(SpanAttribute.REQUEST_ID, "requestId");
        name(SpanAttribute.USER, "user");
        span.end();
        workAt(around);
    }

    private void name(SpanAttribute attribute, String ofLog) {
        String value = MDC.get(ofLog);
        if (value != null) {
            tell(attribute, value);
        }
    }
}
