package dev.kept.runtime.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.telemetry.SpanAttribute;
import dev.kept.domain.telemetry.SpanName;
import dev.kept.domain.telemetry.Trace;
import dev.kept.domain.telemetry.TraceContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class OpenTelemetryTracingTest {
    private static final TraceContext CALLER =
            new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
    private static final TraceContext UNRECORDED =
            new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", false);
    private static final String XRAY = "com.amazonaws.xray.traceHeader";

    private final RecordedSpans recorded = new RecordedSpans();
    private final Collector collector = new Collector(recorded, Clock.systemUTC());
    private final Tracing tracing = new OpenTelemetryTracing(collector, Resource.empty(), Clock.systemUTC());

    @AfterEach
    void leave() {
        System.clearProperty(XRAY);
        Trace.none();
        MDC.clear();
    }

    @Test
    void goesOnWithTheTraceOfTheCaller() {
        try (Span request = tracing.begin(SpanName.REQUEST, "GET /v1/things", Optional.of(CALLER))) {
            request.tell(SpanAttribute.STATUS, 200);
        }

        SpanData span = sent("GET /v1/things");
        assertEquals(CALLER.traceId(), span.getTraceId());
        assertEquals(CALLER.spanId(), span.getParentSpanId());
        assertEquals(SpanKind.SERVER, span.getKind());
        assertEquals(200L, span.getAttributes().get(AttributeKey.longKey("http.response.status_code")));
    }

    @Test
    void beginsATraceWhereThereIsNone() {
        tracing.begin(SpanName.REQUEST, "GET /v1/things", Optional.empty()).close();

        SpanData span = sent("GET /v1/things");
        assertFalse(span.getParentSpanContext().isValid());
    }

    @Test
    void isWhereLambdaSaysWhenTheCallerSaysNothing() {
        System.setProperty(XRAY, "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1");

        tracing.begin(SpanName.CHANGES, "", Optional.empty()).close();
        tracing.begin(SpanName.INDEXING, "", Optional.of(CALLER)).close();

        assertEquals("5759e988bd862e3fe1be46a994272793", sent("outbox").getTraceId());
        assertEquals("53995c3f42cd8ad8", sent("outbox").getParentSpanId());
        assertEquals(CALLER.traceId(), sent("index").getTraceId());
    }

    @Test
    void recordsNothingWhereTheTraceIsNotRecorded() {
        System.setProperty(XRAY, "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0");
        tracing.begin(SpanName.REQUEST, "GET /a", Optional.empty()).close();
        try (var _ = tracing.begin(SpanName.REQUEST, "GET /b", Optional.of(UNRECORDED))) {
            tracing.took(SpanName.SEARCH_STEP, "embed", Duration.ofMillis(3));
            assertFalse(Trace.current().orElseThrow().sampled(), "and nobody behind it records any of it");
        }

        assertEquals(0, count());
    }

    @Test
    void workIsWithinTheSpanUntilItEnds() {
        Optional<TraceContext> outside = Optional.of(UNRECORDED);
        Trace.workAt(outside);
        try (var _ = tracing.begin(SpanName.MESSAGE, "extraction", Optional.of(CALLER))) {
            TraceContext inside = Trace.current().orElseThrow();
            assertEquals(CALLER.traceId(), inside.traceId());
            assertNotEquals(CALLER.spanId(), inside.spanId());
            assertEquals(CALLER.traceId(), MDC.get("traceId"));
            try (var _ = tracing.begin(SpanName.COMMIT, "", Optional.empty())) {
                assertNotEquals(inside, Trace.current().orElseThrow());
            }
            assertEquals(inside, Trace.current().orElseThrow());
        }

        assertEquals(outside, Trace.current());
        assertEquals(sent("process extraction").getSpanId(), sent("store").getParentSpanId());
    }

    @Test
    void aStepIsPartOfTheWorkAndAsLongAsItTook() {
        tracing.took(SpanName.SEARCH_STEP, "rank", Duration.ofMillis(7));
        try (var _ = tracing.begin(SpanName.REQUEST, "POST /v1/search", Optional.of(CALLER))) {
            tracing.took(SpanName.SEARCH_STEP, "embed", Duration.ofMillis(40));
        }

        SpanData step = sent("search embed");
        assertEquals(sent("POST /v1/search").getSpanId(), step.getParentSpanId());
        assertEquals(40, TimeUnit.NANOSECONDS.toMillis(step.getEndEpochNanos() - step.getStartEpochNanos()));
        assertEquals(2, count(), "a step of no request begins no trace");
    }

    @Test
    void aSpanOfAPartBeginsNoTrace() {
        tracing.begin(SpanName.AUTHORIZATION, "", Optional.empty()).close();

        assertEquals(0, count());
        assertEquals(Optional.empty(), Trace.current());
    }

    @Test
    void saysWhatTheLogSaysAndNothingThatItsNameDoesNotTake() {
        MDC.put("function", "turns");
        MDC.put("requestId", "r-1");
        MDC.put("user", "0123456789ab");
        try (Span span = tracing.begin(SpanName.CHANGES, "", Optional.of(CALLER))) {
            span.tell(SpanAttribute.RECORDS, 3).tell(SpanAttribute.ROUTE, "/secret");
        }

        Map<String, Object> said = new TreeMap<>();
        sent("outbox").getAttributes().forEach((key, value) -> said.put(key.getKey(), value));
        assertEquals(
                Map.of(
                        "faas.name", "turns",
                        "kept.request_id", "r-1",
                        "kept.user", "0123456789ab",
                        "kept.records", 3L),
                said);
    }

    @Test
    void saysWhatFailedButNotWhatItSaid() {
        assertThrows(
                IllegalStateException.class,
                () -> tracing.in(SpanName.CHANGES, Optional.of(CALLER), _ -> {
                    throw new IllegalStateException("a secret");
                }));

        SpanData span = sent("outbox");
        assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
        assertEquals("IllegalStateException", span.getAttributes().get(AttributeKey.stringKey("error.type")));
        assertFalse(span.toString().contains("secret"));
    }

    @Test
    void isOffWithoutACollector() {
        Tracing off = Tracing.of(Map.of("KEPT_TRACES_ENDPOINT", ""));
        try (var _ = off.begin(SpanName.REQUEST, "GET /a", Optional.of(CALLER))) {
            assertEquals(Optional.empty(), Trace.current());
        }
        off.flush();
    }

    private SpanData sent(String name) {
        collector.processor().forceFlush().join(10, TimeUnit.SECONDS);
        return recorded.named(name);
    }

    private int count() {
        collector.processor().forceFlush().join(10, TimeUnit.SECONDS);
        return recorded.count();
    }
}
