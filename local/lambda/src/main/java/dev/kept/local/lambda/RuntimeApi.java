package dev.kept.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// The Lambda Runtime API of one process, which is given one event at a time
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), with the two steps of SnapStart.
final class RuntimeApi implements AutoCloseable {
    private static final String RUNTIME = "/2018-06-01/runtime";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> initialized = new CompletableFuture<>();
    private final CompletableFuture<Void> snapshot = new CompletableFuture<>();
    private final CountDownLatch restored = new CountDownLatch(1);
    private volatile Invocation current = Invocation.none();

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    static RuntimeApi start() throws IOException {
        RuntimeApi api =
                new RuntimeApi(HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0));
        api.server.setExecutor(api.threads);
        api.server.createContext("/", api::answer);
        api.server.start();
        return api;
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// Done when the process asks for its first event; fails with what it says of an init that failed.
    CompletableFuture<Void> initialized() {
        return initialized;
    }

    /// Done when the process is as Lambda would take its snapshot.
    CompletableFuture<Void> snapshot() {
        return snapshot;
    }

    void restore() {
        restored.countDown();
    }

    void hand(Invocation invocation) {
        current = invocation;
        waiting.add(invocation);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (path) {
                case RUNTIME + "/invocation/next" -> next(exchange);
                case RUNTIME + "/restore/next" -> holdForRestore(exchange);
                case RUNTIME + "/init/error", RUNTIME + "/restore/error" -> {
                    initialized.completeExceptionally(new InitFailed(body));
                    snapshot.completeExceptionally(new InitFailed(body));
                    exchange.sendResponseHeaders(202, -1);
                }
                default -> {
                    current.outcome()
                            .complete(path.endsWith("/response") ? new Outcome.Reply(body) : new Outcome.Failed(body));
                    exchange.sendResponseHeaders(202, -1);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void holdForRestore(HttpExchange exchange) throws IOException, InterruptedException {
        snapshot.complete(null);
        restored.await();
        exchange.sendResponseHeaders(200, -1);
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        initialized.complete(null);
        Invocation next = waiting.take();
        byte[] event = next.event();
        next.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
