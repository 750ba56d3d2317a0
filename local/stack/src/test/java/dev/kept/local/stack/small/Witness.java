package dev.kept.local.stack.small;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// Sends what it sees of queues and streams to the queue Seen; what begins with `bad` fails.
public final class Witness implements RequestStreamHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        ObjectNode reply = JSON.createObjectNode();
        ArrayNode failures = reply.putArray("batchItemFailures");
        for (JsonNode item : JSON.readTree(input).path("Records")) {
            JsonNode change = item.path("dynamodb");
            String seen = change.path("Keys")
                    .path("id")
                    .path("S")
                    .asText(item.path("body").asText());
            if (seen.startsWith("bad")) {
                String id = change.path("SequenceNumber")
                        .asText(item.path("messageId").asText());
                failures.addObject().put("itemIdentifier", id);
            } else {
                report(seen);
            }
        }
        JSON.writeValue(output, reply);
    }

    private void report(String seen) throws IOException {
        String form = "Action=SendMessage&MessageBody=" + URLEncoder.encode(seen, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("SEEN_QUEUE_URL")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
