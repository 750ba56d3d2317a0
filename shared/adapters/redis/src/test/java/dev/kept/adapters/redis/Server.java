package dev.kept.adapters.redis;

import dev.kept.domain.telemetry.Metrics;
import dev.kept.local.redis.LocalRedis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/// A real Redis for tests, started as the local stack starts it. It ends with its input.
final class Server implements AutoCloseable {
    /// A node of a cluster takes a second port, 10,000 above the first.
    private static final int PORT_MIN = 20_000;
    private static final int PORT_MAX = 32_000;

    private final int port;
    private final Process process;

    private Server(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static Server start(String... options) {
        return startAt(freePort(), options);
    }

    static Server startAt(int port, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LocalRedis.class.getName(),
                "--port",
                Integer.toString(port),
                "--ephemeral"));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            if (!("READY " + port).equals(output.readLine())) {
                throw new IOException("redis did not start");
            }
            return new Server(port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    RedisConfig config() {
        return config(port);
    }

    /// Patient with calls, as the machine of a test is busy, and quick to try again.
    static RedisConfig config(int port) {
        return new RedisConfig(
                URI.create("redis://127.0.0.1:" + port),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofMillis(20),
                Duration.ofMillis(100));
    }

    static Connection connection(RedisConfig config) {
        return new Connection(config, "default", () -> LocalRedis.PASSWORD);
    }

    /// @param words which command, and what it is given
    static Object send(Connection connection, String... words) {
        await(connection);
        CommandArguments command = new CommandArguments(Command.valueOf(words[0]));
        Arrays.stream(words).skip(1).forEach(command::add);
        try {
            return connection.say(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Connection connection) {
        try {
            connection.open().join();
        } catch (CompletionException _) {
            // Whoever asks then is told.
        }
    }

    /// A cache over a connection that is there.
    static RedisCache cache(RedisConfig config, Connection connection) {
        await(connection);
        return new RedisCache(connection, new Guard(config, Metrics.NONE));
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        return new Random()
                .ints(PORT_MIN, PORT_MAX)
                .filter(port -> isFree(port) && isFree(port + 10_000))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
