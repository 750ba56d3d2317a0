package dev.kept.runtime.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.kept.domain.telemetry.SpanName;
import dev.kept.testkit.MutableClock;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CollectorTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void speaksOtlpOverHttp() throws Exception {
        BlockingQueue<ExportTraceServiceRequest> received = new LinkedBlockingQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            try (exchange) {
                received.add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
        try {
            Tracing tracing = Tracing.of(Map.of(
                    "KEPT_TRACES_ENDPOINT",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                    "KEPT_STAGE",
                    "test"));
            tracing.begin(SpanName.REQUEST, "GET /v1/things", Optional.empty()).close();
            tracing.flush();

            ExportTraceServiceRequest request = received.poll(20, TimeUnit.SECONDS);
            assertTrue(request != null, "nothing came");
            assertEquals(
                    "GET /v1/things",
                    request.getResourceSpans(0).getScopeSpans(0).getSpans(0).getName());
            assertTrue(request.getResourceSpans(0).getResource().toString().contains("service.name"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void holdsUpOneAnswerABitWhenTheCollectorNeverAnswersAndThenNone() {
        MutableClock clock = MutableClock.atNoon();
        Collector collector = new Collector(exporter(CompletableResultCode::new), clock);
        Tracing tracing = new OpenTelemetryTracing(collector, Resource.empty(), Clock.systemUTC());

        Duration first = flushed(tracing);
        Duration second = flushed(tracing);

        assertTrue(first.compareTo(Collector.PATIENCE) >= 0, first::toString);
        assertTrue(second.compareTo(Collector.PATIENCE) < 0, second::toString);

        clock.advance(Collector.NOT_AGAIN_FOR.plusSeconds(1));
        Duration later = flushed(tracing);
        assertTrue(later.compareTo(Collector.PATIENCE) >= 0, later::toString);
    }

    @Test
    void stopsSendingToACollectorThatFailsAndTriesAgainLater() {
        MutableClock clock = MutableClock.atNoon();
        GuardedExporter guarded = new GuardedExporter(exporter(CompletableResultCode::ofFailure), clock);

        for (int i = 0; i < 5; i++) {
            assertTrue(guarded.export(List.of()).isSuccess(), "nobody is told");
        }
        assertEquals(2, asked.get());

        clock.advance(GuardedExporter.RECOVERY.plusSeconds(1));
        guarded.export(List.of());
        guarded.export(List.of());
        assertEquals(3, asked.get());
    }

    @Test
    void goesOnWhenTheCollectorIsBack() {
        MutableClock clock = MutableClock.atNoon();
        CompletableResultCode[] answer = {CompletableResultCode.ofFailure()};
        GuardedExporter guarded = new GuardedExporter(exporter(() -> answer[0]), clock);
        guarded.export(List.of());
        guarded.export(List.of());

        answer[0] = CompletableResultCode.ofSuccess();
        clock.advance(GuardedExporter.RECOVERY.plusSeconds(1));
        guarded.export(List.of());
        guarded.export(List.of());

        assertEquals(4, asked.get());
    }

    @Test
    void throwsNothingWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Tracing tracing = Tracing.of(Map.of("KEPT_TRACES_ENDPOINT", "http://127.0.0.1:" + port));
        for (int i = 0; i < 20; i++) {
            flushed(tracing);
        }
    }

    private static Duration flushed(Tracing tracing) {
        tracing.begin(SpanName.REQUEST, "GET /v1/things", Optional.empty()).close();
        long begin = System.nanoTime();
        tracing.flush();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private SpanExporter exporter(Supplier<CompletableResultCode> answer) {
        return new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                asked.incrementAndGet();
                return answer.get();
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
    }
}
