package dev.kept.adapters.opensearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real OpenSearch node for one test class, started as the local stack starts it. It ends when its input is closed.
final class LocalNode implements AutoCloseable {
    private static final Path MODULE = Path.of("../../../local/opensearch");

    private final Process process;
    private final int port;

    private LocalNode(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static LocalNode start() throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Files.readAllLines(MODULE.resolve("jvm.options")));
        command.addAll(List.of("-cp", classPath(), "dev.kept.local.opensearch.LocalOpenSearch"));
        command.addAll(List.of("--port", "" + port, "--transport-port", "" + freePort(), "--ephemeral"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        LocalNode node = new LocalNode(process, port);
        node.awaitReady();
        return node;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private void awaitReady() throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY")) {
                return;
            }
        }
        throw new IOException("the node did not start");
    }

    private static String classPath() throws IOException {
        String jars = Files.readString(MODULE.resolve("target/classpath")).strip();
        return MODULE.resolve("target/classes") + System.getProperty("path.separator") + jars;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    void send(String method, String path, String json) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(response.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
    }
}
