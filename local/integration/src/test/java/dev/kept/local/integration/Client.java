package dev.kept.local.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// Somebody with a key, or without one. Holds every reply against the contract.
final class Client {

    private static final Duration AT_MOST = Duration.ofSeconds(40);

    private final HttpClient http;
    private final String url;
    private final Contract contract;
    private final String userId;
    private final Optional<String> key;

    Client(HttpClient http, String url, Contract contract, String userId, Optional<String> key) {
        this.http = http;
        this.url = url;
        this.contract = contract;
        this.userId = userId;
        this.key = key;
    }

    String userId() {
        return userId;
    }

    Client with(String otherKey) {
        return new Client(http, url, contract, userId, Optional.of(otherKey));
    }

    Reply get(String path) {
        return send(Call.of("GET", path));
    }

    Reply post(String path, String body) {
        return send(Call.of("POST", path).body(body));
    }

    Reply post(String path, JsonNode body) {
        return send(Call.of("POST", path).body(body));
    }

    Reply delete(String path) {
        return send(Call.of("DELETE", path));
    }

    /// The operation when it has ended.
    JsonNode await(String operationId) {
        return Await.until("the end of " + operationId, () -> {
            JsonNode operation = get("/v1/operations/" + operationId + "?waitSeconds=20")
                    .expect(200)
                    .json();
            String status = operation.path("status").asText();
            return status.equals("succeeded") || status.equals("failed") ? Optional.of(operation) : Optional.empty();
        });
    }

    Reply send(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + call.path()))
                .timeout(AT_MOST)
                .method(call.method(), call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        call.body().ifPresent(_ -> request.header("Content-Type", "application/json"));
        key.filter(_ -> !call.headers().containsKey("Authorization"))
                .ifPresent(value -> request.header("Authorization", "Bearer " + value));
        call.headers().forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Reply reply =
                    new Reply(call, response.statusCode(), response.headers().map(), response.body());
            contract.check(reply);
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(call.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
