package dev.kept.local.sqs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.kept.local.child.Arguments;
import dev.kept.local.child.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;

/// ElasticMQ: `--port N`, and `--data DIR` to keep queues and messages in an H2 database there, or `--ephemeral`.
public final class LocalSqs {

    private LocalSqs() {}

    public static void main(String[] args) {
        ChildProcess.run("sqs", args, LocalSqs::start);
    }

    private static AutoCloseable start(Arguments arguments) throws IOException {
        var stop = new ElasticMQServer(new ElasticMQServerConfig(config(arguments))).start();
        return stop::apply;
    }

    private static Config config(Arguments arguments) throws IOException {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "rest-sqs.bind-hostname",
                ChildProcess.LOOPBACK,
                "rest-sqs.bind-port",
                arguments.port(),
                // Queue URLs then carry the address above.
                "generate-node-address",
                true,
                "rest-stats.enabled",
                false,
                "aws.region",
                "us-east-1"));
        var data = arguments.data();
        if (data.isPresent()) {
            settings.put("messages-storage.enabled", true);
            settings.put("messages-storage.uri", database(data.get()));
        }
        return ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load());
    }

    /// Without `WRITE_DELAY=0`, H2 writes a commit half a second later, and a message that was acknowledged in that
    /// time would be lost with the process.
    private static String database(Path data) throws IOException {
        return "jdbc:h2:" + Files.createDirectories(data).resolve("queues") + ";WRITE_DELAY=0";
    }
}
