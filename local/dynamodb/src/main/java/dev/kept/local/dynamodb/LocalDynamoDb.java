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

/// DynamoDB Local: `--port N`, and `--data DIR` or `--ephemeral`.
public final class LocalDynamoDb {

    private LocalDynamoDb() {}

    public static void main(String[] args) {
        ChildProcess.run("dynamodb", args, LocalDynamoDb::start);
    }

    private static AutoCloseable start(Arguments arguments) throws Exception {
        DynamoDBProxyServer server =
                ServerRunner.createServerFromCommandLineArgs(options(arguments).toArray(String[]::new));
        bindToLoopback(server);
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
    private static void bindToLoopback(DynamoDBProxyServer server) throws ReflectiveOperationException {
        Server jetty =
                (Server) PrivateField.of(DynamoDBProxyServer.class, "server").in(server);
        for (Connector connector : jetty.getConnectors()) {
            ((ServerConnector) connector).setHost(ChildProcess.LOOPBACK);
        }
    }
}
