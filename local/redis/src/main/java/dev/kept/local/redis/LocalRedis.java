package dev.kept.local.redis;

import dev.kept.local.child.Arguments;
import dev.kept.local.child.ChildProcess;
import dev.kept.local.child.DataDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/// Redis: `--port N`, and `--ephemeral`, as it keeps nothing over a restart; `--memory MEGABYTES`
/// and `--policy NAME` for what it does when they are used up; `--cluster on` for a cluster of one
/// node. Its password is [#PASSWORD].
public final class LocalRedis {

    /// The server listens on loopback only, as DynamoDB and SQS do with keys like this one.
    public static final String PASSWORD = "local";

    private static final String MEGABYTES = "64";
    private static final String POLICY = "allkeys-lru";
    private static final int SLOTS = 16_384;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    /// Redis knows no end of its input. This shell does: when our process is gone, however that
    /// came, it ends the server.
    private static final String UNTIL_INPUT_ENDS = """
            exec 3<&0
            "$@" & server=$!
            (cat <&3 >/dev/null; kill "$server") & wait "$server"
            """;

    private LocalRedis() {}

    public static void main(String[] args) {
        ChildProcess.run("redis", args, LocalRedis::start);
    }

    private static AutoCloseable start(Arguments arguments) throws IOException, InterruptedException {
        DataDirectory directory = DataDirectory.of(new Arguments(Map.of("ephemeral", "")));
        Process process = new ProcessBuilder(command(arguments, directory.path()))
                .redirectErrorStream(true)
                .start();
        BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
        awaitReady(log);
        if (isCluster(arguments)) {
            Client.send(arguments.port(), addSlots());
            awaitWritable(arguments.port());
        }
        Thread.ofVirtual().start(() -> log.lines().forEach(System.err::println));
        endWith(process);
        return () -> {
            process.getOutputStream().close();
            directory.close();
        };
    }

    /// The supervisor looks at this process, not at the server.
    private static void endWith(Process server) {
        Thread.ofVirtual().start(() -> {
            server.onExit().join();
            Runtime.getRuntime().exit(ChildProcess.EXIT_FAILED);
        });
    }

    private static List<String> command(Arguments arguments, Path directory) throws IOException {
        Path server = ExecutableProvider.newJarResourceProvider(directory.toFile())
                .get()
                .toPath();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", UNTIL_INPUT_ENDS, "sh", server.toString()));
        command.addAll(List.of("--bind", ChildProcess.LOOPBACK, "--port", "" + arguments.port()));
        command.addAll(List.of("--requirepass", PASSWORD, "--save", "", "--dir", directory.toString()));
        Map<String, String> options = arguments.options();
        command.addAll(List.of("--maxmemory", options.getOrDefault("memory", MEGABYTES) + "mb"));
        command.addAll(List.of("--maxmemory-policy", options.getOrDefault("policy", POLICY)));
        if (isCluster(arguments)) {
            command.addAll(List.of("--cluster-enabled", "yes"));
        }
        return command;
    }

    private static boolean isCluster(Arguments arguments) {
        return arguments.options().getOrDefault("cluster", "off").equals("on");
    }

    private static void awaitReady(BufferedReader log) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("Ready to accept connections")) {
                return;
            }
            lines.add(line);
        }
        throw new IOException("redis did not start: " + String.join("\n", lines));
    }

    /// A node that has just joined takes nothing for two seconds, in case that others know better.
    private static void awaitWritable(int port) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                Client.send(port, List.of("SET", "writable", "yes", "PX", "1"));
                return;
            } catch (IOException e) {
                if (tries == 100) {
                    throw e;
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        }
    }

    private static List<String> addSlots() {
        List<String> command = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
        for (int slot = 0; slot < SLOTS; slot++) {
            command.add("" + slot);
        }
        return command;
    }
}
