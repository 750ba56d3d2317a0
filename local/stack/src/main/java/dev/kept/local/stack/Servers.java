package dev.kept.local.stack;

import dev.kept.local.stack.process.ChildSpec;
import dev.kept.local.stack.process.ChildSpec.OnDeath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The servers that stand in for AWS, and where they listen.
record Servers(ChildSpec dynamodb, ChildSpec sqs, ChildSpec s3, ChildSpec opensearch, ChildSpec redis) {

    static Servers of(StackOptions options, Home home, Ports ports) throws IOException {
        var factory = new Factory(options, home, ports);
        // The index is derived from the tables, so OpenSearch keeps files even in an ephemeral stack: it can come back.
        return new Servers(
                factory.server("dynamodb", "LocalDynamoDb", List.of(), options.ephemeral()),
                factory.server("sqs", "LocalSqs", List.of(), options.ephemeral()),
                factory.server("s3", "LocalS3", List.of(), options.ephemeral()),
                factory.server(
                        "opensearch",
                        "LocalOpenSearch",
                        List.of("--transport-port", Integer.toString(ports.of("opensearch-transport"))),
                        false),
                factory.redis());
    }

    String cacheAddress() {
        return "127.0.0.1:" + redis.port();
    }

    String searchAddress() {
        return "127.0.0.1:" + opensearch.port();
    }

    private record Factory(StackOptions options, Home home, Ports ports) {

        private int port(String name, Ports free) {
            boolean standsInForAws = !name.equals("opensearch") && !name.equals("redis");
            return options.aws().isPresent() && standsInForAws
                    ? options.aws().get().getPort()
                    : free.of(name);
        }

        /// Nothing is lost with it, so it keeps nothing, and comes back by itself.
        ChildSpec redis() {
            return new ChildSpec(
                    "redis",
                    options.root().resolve("local/redis"),
                    "dev.kept.local.redis.LocalRedis",
                    List.of(),
                    port("redis", ports),
                    List.of("--ephemeral"),
                    Map.of(),
                    OnDeath.RESTART);
        }

        /// What a server held in memory only is gone with it, and so is the stack.
        ChildSpec server(String name, String type, List<String> more, boolean inMemory) throws IOException {
            Path module = options.root().resolve("local").resolve(name);
            var arguments = new java.util.ArrayList<>(more);
            arguments.addAll(
                    inMemory
                            ? List.of("--ephemeral")
                            : List.of("--data", home.data(name).toString()));
            return new ChildSpec(
                    name,
                    module,
                    "dev.kept.local." + name + "." + type,
                    List.of(),
                    port(name, ports),
                    arguments,
                    Map.of(),
                    inMemory ? OnDeath.STOP_ALL : OnDeath.RESTART);
        }
    }
}
