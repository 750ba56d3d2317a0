package dev.kept.local.stack.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;

/// A service that speaks AWS's JSON protocol. The local servers look at the form of a signature and never check it.
public final class AwsJson {

    public static final ObjectMapper JSON = new ObjectMapper();

    /// Longer than the longest poll, which is 20 seconds.
    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private final HttpClient http;
    private final URI endpoint;
    private final String targetPrefix;
    private final String authorization;

    public AwsJson(HttpClient http, URI endpoint, String service, String targetPrefix) {
        this.http = http;
        this.endpoint = endpoint;
        this.targetPrefix = targetPrefix;
        this.authorization = "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/" + service
                + "/aws4_request, SignedHeaders=host, Signature=local";
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /// @throws AwsException where the service refuses
    /// @throws IOException where it does not answer
    public JsonNode call(String operation, ObjectNode input) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", targetPrefix + "." + operation)
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(input)))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode output = response.body().length == 0 ? object() : JSON.readTree(response.body());
        if (response.statusCode() / 100 != 2) {
            throw failure(operation, response.statusCode(), output);
        }
        return output;
    }

    private static AwsException failure(String operation, int status, JsonNode output) {
        String type = output.path("__type").asText("Unknown");
        String message = output.path("message").asText(output.path("Message").asText(""));
        String shortType = type.substring(Math.max(type.lastIndexOf('#'), type.lastIndexOf('.')) + 1);
        return new AwsException(
                shortType, String.format(Locale.ROOT, "%s: %d %s %s", operation, status, shortType, message));
    }
}
