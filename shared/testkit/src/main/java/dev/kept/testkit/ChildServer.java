package dev.kept.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A local server as a child of the test's JVM, with the same class path. It listens on loopback,
/// says `READY` and ends with its parent, so nobody has to stop it.
public final class ChildServer {
    private final int port;
    /// Its standard input ends when this process does, and with that the server.
    @SuppressWarnings("UnusedVariable")
    private final Process process;

    private ChildServer(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /// @param main a server that takes `--port` and `--ephemeral`
    public static ChildServer start(String main) {
        try {
            int port = freePort();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            main,
                            "--port",
                            Integer.toString(port),
                            "--ephemeral")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            awaitReady(process, main);
            return new ChildServer(port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static void awaitReady(Process process, String main) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null || !line.startsWith("READY")) {
            throw new IOException(main + " did not start");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
