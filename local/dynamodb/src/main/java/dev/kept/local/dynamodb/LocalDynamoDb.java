package dev.kept.local.dynamodb;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import dev.kept.local.child.Arguments;
import dev.kept.local.child.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// DynamoDB Local: `--port N`, and `--data DIR` or `--ephemeral`.
public final class LocalDynamoDb {
    /// More requests at a time than these wait, as they would for its one database.
    private static final int THREADS = 32;

    private LocalDynamoDb() {}

    public static void main(String[] args) {
        ChildProcess.run("dynamodb", args, LocalDynamoDb::start);
    }

    private static AutoCloseable start(Arguments arguments) throws Exception {
        DynamoDBProxyServer server =
                ServerRunner.createServerFromCommandLineArgs(options(arguments).toArray(String[]::new));
        Server jetty =
                (Server) PrivateField.of(DynamoDBProxyServer.class, "server").in(server);
        bindToLoopback(jetty);
        holdThreads(jetty);
        StreamIndex.create(server);
        server.start();
        return server::stop;
    }

    private static List<String> options(Arguments arguments) throws IOException {
        // Shared: one database whatever key and region a client signs with.
        var options =
                new ArrayList<>(List.of("-port", Integer.toString(arguments.port()), "-sharedDb", "-disableTelemetry"));
        var data = arguments.data();
        if (data.isPresent()) {
            options.addAll(
                    List.of("-dbPath", Files.createDirectories(data.get()).toString()));
        } else {
            options.add("-inMemory");
        }
        return options;
    }

    /// DynamoDB Local listens on all interfaces and has no option for it, while it checks no signature: anyone on the
    /// network could read the data. Its Jetty server is private, but not started yet, so the host can still be set.
    private static void bindToLoopback(Server jetty) {
        for (Connector connector : jetty.getConnectors()) {
            ((ServerConnector) connector).setHost(ChildProcess.LOOPBACK);
        }
    }

    /// Jetty's own pool grows up to 200 threads whenever more requests come at a time than before, and
    /// shrinks when they stay away: nobody could tell that from a leak. This one is what it is from the
    /// start.
    static void holdThreads(Server jetty) {
        QueuedThreadPool threads = (QueuedThreadPool) jetty.getThreadPool();
        threads.setMaxThreads(THREADS);
        threads.setMinThreads(THREADS);
    }
}
