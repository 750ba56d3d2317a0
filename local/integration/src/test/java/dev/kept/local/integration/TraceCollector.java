package dev.kept.local.integration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Takes traces by OTLP over HTTP, as any collector does, or does not.
final class TraceCollector implements AutoCloseable {
    enum Mood {
        WELL,
        FAILING,
        SILENT
    }

    /// A span with what a test looks at.
    record Seen(String trace, String id, String parent, String name, String attributes) {}

    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Queue<String> everything = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Mood mood = Mood.WELL;

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    static TraceCollector start() throws IOException {
        TraceCollector collector =
                new TraceCollector(HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0));
        collector.server.setExecutor(collector.threads);
        collector.server.createContext("/v1/traces", collector::take);
        collector.server.start();
        return collector;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void is(Mood newMood) {
        mood = newMood;
    }

    /// How often anything was sent.
    int asked() {
        return asked.get();
    }

    /// The spans of a trace that came so far.
    List<Seen> of(String trace) {
        return seen.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    List<Seen> all() {
        return List.copyOf(seen);
    }

    /// All that was ever sent, as text.
    String everything() {
        return String.join("\n", everything);
    }

    private void take(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(body);
            switch (mood) {
                case WELL -> keep(request);
                case FAILING -> {}
                case SILENT -> closed.await();
            }
            exchange.sendResponseHeaders(mood == Mood.WELL ? 200 : 500, -1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(ExportTraceServiceRequest request) {
        everything.add(request.toString());
        request.getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .map(TraceCollector::seen)
                .forEach(seen::add);
    }

    private static Seen seen(Span span) {
        HexFormat hex = HexFormat.of();
        String attributes = span.getAttributesList().stream()
                .map(attribute -> attribute.getKey() + "="
                        + (attribute.getValue().hasIntValue()
                                ? Long.toString(attribute.getValue().getIntValue())
                                : attribute.getValue().getStringValue()))
                .sorted()
                .collect(Collectors.joining(" "));
        return new Seen(
                hex.formatHex(span.getTraceId().toByteArray()),
                hex.formatHex(span.getSpanId().toByteArray()),
                hex.formatHex(span.getParentSpanId().toByteArray()),
                span.getName(),
                attributes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
