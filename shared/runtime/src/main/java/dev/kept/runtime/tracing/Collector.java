package dev.kept.runtime.tracing;

import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;

/// Where spans go. They wait in a queue of bounded length for a thread of its own that sends them, so no thread that
/// works waits for the collector, except at the end of an invocation: Lambda may stop the process there, and what was
/// not sent would come with the next invocation, if there is one.
final class Collector {
    /// How long an answer may be held up by its trace. A collector beside the function takes it within a few
    /// milliseconds.
    static final Duration PATIENCE = Duration.ofMillis(25);

    /// After it was held up that long, none is for this while: a slow collector costs one answer in so many.
    static final Duration NOT_AGAIN_FOR = Duration.ofSeconds(30);

    private static final String PATH = "/v1/traces";
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final Duration SEND = Duration.ofSeconds(2);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(1);
    private static final int QUEUE_MAX = 2_048;

    /// It tells each failure in text of several lines, of which [GuardedExporter] says what matters. Held here, because
    /// the platform forgets loggers that nobody holds.
    private static final java.util.logging.Logger TALKATIVE = java.util.logging.Logger.getLogger("io.opentelemetry");

    private final SpanProcessor processor;
    private final Clock clock;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Instant patientFrom = Instant.MIN;

    Collector(SpanExporter exporter, Clock clock) {
        this.clock = clock;
        TALKATIVE.setLevel(Level.OFF);
        this.processor = new Noticing(
                BatchSpanProcessor.builder(new GuardedExporter(exporter, clock))
                        .setMaxQueueSize(QUEUE_MAX)
                        .setScheduleDelay(AT_LEAST_EVERY)
                        .setExporterTimeout(SEND)
                        .build(),
                waiting);
    }

    /// @param endpoint the collector's address; the path of traces is put behind it, as for OpenTelemetry's own
    /// variable
    static Collector at(String endpoint) {
        String base = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        return new Collector(
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(base + PATH)
                        .setConnectTimeout(CONNECT)
                        .setTimeout(SEND)
                        .setRetryPolicy(null)
                        .build(),
                Clock.systemUTC());
    }

    SpanProcessor processor() {
        return processor;
    }

    void flush() {
        if (!waiting.getAndSet(false)) {
            return;
        }
        CompletableResultCode sent = processor.forceFlush();
        if (clock.instant().isBefore(patientFrom)) {
            return;
        }
        if (!sent.join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).isDone()) {
            patientFrom = clock.instant().plus(NOT_AGAIN_FOR);
        }
    }

    /// Notices that there is something to be sent.
    private record Noticing(SpanProcessor next, AtomicBoolean waiting) implements SpanProcessor {
        @Override
        public void onStart(Context parent, ReadWriteSpan span) {}

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            next.onEnd(span);
            waiting.set(true);
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }

        @Override
        public CompletableResultCode forceFlush() {
            return next.forceFlush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return next.shutdown();
        }
    }
}
