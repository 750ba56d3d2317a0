package dev.kept.benchmarks.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.benchmarks.BenchFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/// Kept over HTTP for one user. Blocking, on connections that are kept open: what a caller waits for is the service.
public final class KeptClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CONNECTIONS = 64;
    private static final int TIMEOUT_SECONDS = 60;

    /// One pool for all users: connections belong to the machine that asks.
    private static final CloseableHttpClient HTTP = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setMaxConnTotal(CONNECTIONS)
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom()
                    .setResponseTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .build())
            .disableContentCompression()
            .build();

    private final String url;
    private final String key;

    /// @param url without a slash at its end
    public KeptClient(String url, String key) {
        this.url = url;
        this.key = key;
    }

    /// A new user, as this administrator makes one.
    public KeptClient newUser(String userId) {
        JsonNode user = post("/v1/users", MAPPER.createObjectNode().put("userId", userId));
        return new KeptClient(url, user.path("apiKey").asText());
    }

    public JsonNode get(String path) {
        return json(getForText(path));
    }

    /// What is no JSON, such as metrics.
    public String getForText(String path) {
        return send(ClassicRequestBuilder.get(url + path));
    }

    /// Empty where there is no such thing.
    public Optional<JsonNode> find(String path) {
        Answer answer = answer(ClassicRequestBuilder.get(url + path));
        return answer.status() == HttpStatus.SC_NOT_FOUND
                ? Optional.empty()
                : Optional.of(json(answer.expected("GET " + path)));
    }

    public JsonNode post(String path, JsonNode body) {
        return json(postForText(path, body.toString()));
    }

    /// The reply as it came, for whoever measures and does not read.
    public String postForText(String path, String body) {
        return send(ClassicRequestBuilder.post(url + path)
                .setEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
    }

    /// Waits until an operation has ended well.
    public JsonNode await(String operationId) {
        while (true) {
            JsonNode operation = get("/v1/operations/" + operationId + "?waitSeconds=20");
            switch (operation.path("status").asText()) {
                case "succeeded" -> {
                    return operation;
                }
                case "failed" -> throw new BenchFailed("operation " + operationId + " failed; see ./kept logs");
                default -> {}
            }
        }
    }

    /// Whether requests are answered at all; never throws.
    public boolean isHealthy() {
        try {
            get("/v1/health");
            return true;
        } catch (BenchFailed _) {
            return false;
        }
    }

    private String send(ClassicRequestBuilder builder) {
        return answer(builder).expected(builder.getMethod() + " " + builder.getPath());
    }

    private record Answer(int status, String body) {
        String expected(String request) {
            if (status >= HttpStatus.SC_REDIRECTION) {
                throw new BenchFailed(request + ": " + status + " " + body);
            }
            return body;
        }
    }

    private Answer answer(ClassicRequestBuilder builder) {
        ClassicHttpRequest request =
                builder.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key).build();
        try {
            return HTTP.execute(
                    request,
                    response -> new Answer(
                            response.getCode(), EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new BenchFailed(
                    "Kept does not answer at " + url + " (" + e + "): start it with ./kept up, or give --url", e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new BenchFailed("a reply is no JSON", e);
        }
    }
}
