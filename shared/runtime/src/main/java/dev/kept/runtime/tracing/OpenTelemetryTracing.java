package dev.kept.runtime.tracing;

import dev.kept.domain.telemetry.SpanName;
import dev.kept.domain.telemetry.Trace;
import dev.kept.domain.telemetry.TraceContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Spans of OpenTelemetry. Whoever begins a trace decides whether it is recorded; one that begins here is.
///
/// The SDK is put together here, with what is used of it. Its autoconfiguration would look for a dozen exporters and
/// detectors at each cold start, and its agent rewrites classes.
final class OpenTelemetryTracing implements Tracing {
    private final Collector collector;
    private final Tracer tracer;
    private final Clock clock;

    OpenTelemetryTracing(Collector collector, Resource resource, Clock clock) {
        this.collector = collector;
        this.clock = clock;
        this.tracer = SdkTracerProvider.builder()
                .setResource(resource)
                .setIdGenerator(new SecureIds(clock))
                .setSampler(Sampler.parentBased(Sampler.alwaysOn()))
                .addSpanProcessor(collector.processor())
                .build()
                .get("dev.kept");
    }

    static Tracing sendingTo(String endpoint, Map<String, String> environment) {
        Attributes who = Attributes.of(
                AttributeKey.stringKey("service.name"),
                "kept",
                AttributeKey.stringKey("service.version"),
                environment.getOrDefault("KEPT_VERSION", ""),
                AttributeKey.stringKey("deployment.environment.name"),
                environment.getOrDefault("KEPT_STAGE", "local"));
        return new OpenTelemetryTracing(Collector.at(endpoint), Resource.create(who), Clock.systemUTC());
    }

    @Override
    public Span begin(SpanName name, String what, Optional<TraceContext> cause) {
        Optional<TraceContext> parent = cause.or(() -> parent(name));
        if (parent.isEmpty() && name.kind() == SpanName.Kind.INTERNAL) {
            return NoTracing.SPAN;
        }
        return RecordedSpan.entered(name, span(name, what, parent).startSpan());
    }

    private static Optional<TraceContext> parent(SpanName name) {
        return name.kind() == SpanName.Kind.INTERNAL ? Trace.current() : Places.ofInvocation();
    }

    @Override
    public void took(SpanName name, String what, Duration time) {
        Instant end = clock.instant();
        Trace.current()
                .ifPresent(parent -> span(name, what, Optional.of(parent))
                        .setStartTimestamp(end.minus(time))
                        .startSpan()
                        .end(end));
    }

    private SpanBuilder span(SpanName name, String what, Optional<TraceContext> parent) {
        return tracer.spanBuilder(name.of(what))
                .setSpanKind(kind(name))
                .setParent(parent.map(Places::context).orElse(Context.root()));
    }

    private static SpanKind kind(SpanName name) {
        return switch (name.kind()) {
            case SERVER -> SpanKind.SERVER;
            case CONSUMER -> SpanKind.CONSUMER;
            case INTERNAL -> SpanKind.INTERNAL;
        };
    }

    @Override
    public void flush() {
        collector.flush();
    }
}
