package dev.kept.local.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of Lambda's Invoke API that a caller needs.
/// See https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
final class InvokeServer implements AutoCloseable {

    private static final Pattern INVOCATIONS = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final int BACKLOG = 512;

    private final HttpServer server;
    private final ExecutorService executor;
    private final Map<String, HostedFunction> functions;

    private InvokeServer(HttpServer server, Map<String, ? extends HostedFunction> functions) {
        this.server = server;
        this.executor = Executors.newVirtualThreadPerTaskExecutor();
        this.functions = Map.copyOf(functions);
    }

    static InvokeServer start(int port, Map<String, ? extends HostedFunction> functions) throws IOException {
        var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        var started = new InvokeServer(HttpServer.create(address, BACKLOG), functions);
        started.server.setExecutor(started.executor);
        started.server.createContext("/", started::handle);
        started.server.start();
        return started;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = INVOCATIONS.matcher(exchange.getRequestURI().getPath());
            Optional<HostedFunction> function =
                    path.matches() ? Optional.ofNullable(functions.get(path.group(1))) : Optional.empty();
            byte[] event = exchange.getRequestBody().readAllBytes();
            String requestId = UUID.randomUUID().toString();
            exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (function.isEmpty()) {
                send(exchange, 404, "{\"Type\":\"User\",\"Message\":\"Function not found\"}");
            } else if (isAsynchronous(exchange)) {
                executor.execute(() -> function.get().invoke(requestId, event));
                exchange.sendResponseHeaders(202, -1);
            } else {
                reply(exchange, function.get().invoke(requestId, event));
            }
        }
    }

    private static boolean isAsynchronous(HttpExchange exchange) {
        return "Event".equals(exchange.getRequestHeaders().getFirst("X-Amz-Invocation-Type"));
    }

    private static void reply(HttpExchange exchange, InvocationResult result) throws IOException {
        if (result.failed()) {
            exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
        }
        exchange.getResponseHeaders().set("X-Amz-Executed-Version", "$LATEST");
        send(exchange, 200, result.body());
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
