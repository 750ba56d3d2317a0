package dev.kept.local.stack.gateway;

import dev.kept.local.metrics.MetricsPage;
import dev.kept.local.stack.aws.Functions;
import dev.kept.local.template.SystemModel;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/// The HTTP server in front of the functions. It takes its port at once, so that a busy one is noticed before anything
/// else is
/// started, and answers 503 until the rest is there.
public final class Gateway implements AutoCloseable {

    /// What an HTTP API takes at most.
    /// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
    static final int BODY_MAX = 10 * 1024 * 1024;

    private static final int THREADS = 8;

    private final Server server;
    private final ServerConnector connector;
    private volatile @Nullable HttpApi api;
    private volatile @Nullable MetricsPage metrics;

    private Gateway(int port) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, THREADS);
        threads.setName("gateway");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // A path is checked against the routes and nothing else is done with it.
        http.setUriCompliance(UriCompliance.UNSAFE);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setErrorHandler(new ProblemErrors());
        server.setHandler(new GatewayHandler(this::reply));
    }

    /// @throws IOException where the port is in use
    public static Gateway bind(int port) throws IOException {
        Gateway gateway = new Gateway(port);
        try {
            gateway.server.start();
            return gateway;
        } catch (IOException e) {
            gateway.close();
            throw e;
        } catch (Exception e) {
            throw new IOException("the gateway did not start: " + e, e);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    /// @param page what `GET /metrics` answers; it is not part of the API, and AWS has none of it
    public void open(SystemModel system, Functions functions, MetricsPage page) {
        metrics = page;
        api = new HttpApi(
                system,
                (function, event) -> functions.invoke(function.name(), event, function.timeout()),
                Clock.systemUTC());
    }

    private HttpReply reply(IncomingRequest request) throws InterruptedException {
        String requestId = UUID.randomUUID().toString();
        HttpApi open = api;
        MetricsPage page = metrics;
        if (page != null
                && request.path().equals("/metrics")
                && request.method().equals("GET")) {
            return Scrape.of(page, requestId);
        }
        HttpReply reply = open == null ? HttpApi.unavailable(requestId) : open.handle(request, requestId);
        return reply.with("apigw-requestid", requestId);
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the gateway did not stop: " + e, e);
        }
    }
}
