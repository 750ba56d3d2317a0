package dev.kept.runtime.tracing;

import dev.kept.domain.telemetry.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.contrib.awsxray.propagator.AwsXrayLambdaPropagator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Places in a trace as OpenTelemetry has them, and as we do.
final class Places {
    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private Places() {}

    static Context context(TraceContext place) {
        TraceFlags flags = place.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault();
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(
                        place.traceId(), place.spanId(), flags, TraceState.getDefault())));
    }

    static Optional<TraceContext> of(SpanContext context) {
        return context.isValid()
                ? Optional.of(new TraceContext(context.getTraceId(), context.getSpanId(), context.isSampled()))
                : Optional.empty();
    }

    /// Where Lambda says that the invocation belongs, with active tracing; it decides which ones are recorded, too.
    static Optional<TraceContext> ofInvocation() {
        Context extracted = AwsXrayLambdaPropagator.getInstance().extract(Context.root(), Map.of(), GETTER);
        return of(Span.fromContext(extracted).getSpanContext());
    }
}
