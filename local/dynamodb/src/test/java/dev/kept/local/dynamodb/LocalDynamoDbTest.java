package dev.kept.local.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.local.child.LocalServerContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;

class LocalDynamoDbTest extends LocalServerContract {

    LocalDynamoDbTest() throws IOException {
        super(LocalDynamoDb.class, List.of("--port"));
    }

    @Test
    void hasAllTheThreadsFromTheStartThatItWillEverHave() throws Exception {
        Server jetty = new Server(0);
        LocalDynamoDb.holdThreads(jetty);
        jetty.start();
        try {
            QueuedThreadPool threads = (QueuedThreadPool) jetty.getThreadPool();
            assertEquals(threads.getMaxThreads(), threads.getThreads());
        } finally {
            jetty.stop();
        }
    }

    @Test
    void answersAClient() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url("/")))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals("{\"TableNames\":[]}", response.body());
        }
    }
}
