package dev.kept.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Kept over HTTP. What failed for now (429, 503) is tried again; every write of these programs can be repeated.
final class KeptApi {
    private static final int TRIES = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final long PAUSE_SECONDS_MAX = 5;

    private final String url;
    private final String apiKey;
    private final Pause pause;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    KeptApi(StackFile stack, Pause pause) {
        this.url = stack.url();
        this.apiKey = stack.apiKey();
        this.pause = pause;
    }

    static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    <T> T get(String path, Class<T> reply) {
        return send(path, request(path).GET(), reply);
    }

    /// @param idempotencyKey names the request, so that it can be sent again without a second effect
    <T> T post(String path, Object body, String idempotencyKey, Class<T> reply) {
        return send(
                path,
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofString(write(body))),
                reply);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + apiKey);
    }

    private <T> T send(String path, HttpRequest.Builder builder, Class<T> reply) {
        HttpRequest request = builder.build();
        String name = request.method() + " " + path;
        try {
            HttpResponse<String> response = answer(request);
            if (response.statusCode() >= 400) {
                throw new RequestRefused(name, response.statusCode(), detail(response));
            }
            return Json.MAPPER.readValue(response.body(), reply);
        } catch (JsonProcessingException e) {
            throw new CommandFailed(
                    name + " was answered with something else than expected. " + "Is it Kept that answers at " + url
                            + "?",
                    e);
        } catch (IOException e) {
            throw new CommandFailed(
                    "Kept does not answer at " + url + ". Start it with ./kept up, " + "or see ./kept status.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted.", e);
        }
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        for (int tries = 1; tries < TRIES && isForNow(response); tries++) {
            pause.pause(retryAfter(response));
            response = http.send(request, BodyHandlers.ofString());
        }
        return response;
    }

    private static boolean isForNow(HttpResponse<String> response) {
        return response.statusCode() == 429 || response.statusCode() == 503;
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        long seconds = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(1L);
        return Duration.ofSeconds(Math.min(seconds, PAUSE_SECONDS_MAX));
    }

    private static String detail(HttpResponse<String> response) {
        if (response.statusCode() == 401) {
            return "the key in local.json is not valid for this stack";
        }
        try {
            Replies.Problem problem = Json.MAPPER.readValue(response.body(), Replies.Problem.class);
            String request = problem.requestId() == null ? "" : " (request " + problem.requestId() + ")";
            return problem.detail() + request;
        } catch (JsonProcessingException _) {
            return "no problem details";
        }
    }

    private static String write(Object body) {
        try {
            return Json.MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request could not be written as JSON", e);
        }
    }
}
