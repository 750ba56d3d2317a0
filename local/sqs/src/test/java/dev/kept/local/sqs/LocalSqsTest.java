package dev.kept.local.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.child.LocalServerContract;
import dev.kept.local.child.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSqsTest extends LocalServerContract {
    private static final int TRIES = 20;

    LocalSqsTest() throws IOException {
        super(LocalSqs.class, List.of("--port"));
    }

    @Test
    void namesQueuesByTheAddressThatServesThem() throws Exception {
        String created = call(port(), "CreateQueue", "{\"QueueName\":\"work\"}");
        assertTrue(created.contains(url("/000000000000/work")), created);
    }

    @Test
    void keepsAnAcknowledgedMessageThoughItIsKilled(@TempDir Path data) throws Exception {
        int port = ServerProcess.freePort();
        String queue = "\"QueueUrl\":\"http://127.0.0.1:" + port + "/000000000000/kept.fifo\"";
        try (var first = start(port, data)) {
            call(port, "CreateQueue", "{\"QueueName\":\"kept.fifo\",\"Attributes\":{\"FifoQueue\":\"true\"}}");
            call(port, "SendMessage", """
                    {%s,"MessageBody":"work","MessageGroupId":"session","MessageDeduplicationId":"1"}""".formatted(queue));
            first.kill();
        }
        try (var _ = start(port, data)) {
            assertTrue(receives(port, queue, "work"), "the message is gone");
        }
    }

    /// The server answers before it has read what it kept, as a queue may be empty for a moment in AWS too: a client
    /// asks again.
    private static boolean receives(int port, String queue, String body) throws Exception {
        String received = "";
        for (int i = 0; i < TRIES && !received.contains("\"Body\""); i++) {
            received = call(port, "ReceiveMessage", "{%s,\"WaitTimeSeconds\":1}".formatted(queue));
        }
        return received.contains("\"Body\":\"" + body + "\"");
    }

    private static ServerProcess start(int port, Path data) throws IOException {
        var server = ServerProcess.start(
                LocalSqs.class, List.of("--port", Integer.toString(port), "--data", data.toString()));
        assertEquals(Optional.of("READY " + port), server.nextLine());
        return server;
    }

    private static String call(int port, String action, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + action)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, response.statusCode(), response::body);
            return response.body();
        }
    }
}
