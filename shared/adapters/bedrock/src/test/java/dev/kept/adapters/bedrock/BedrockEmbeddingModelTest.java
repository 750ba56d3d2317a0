package dev.kept.adapters.bedrock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.search.Embedding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

class BedrockEmbeddingModelTest {
    private static final BedrockConfig CONFIG =
            new BedrockConfig(BedrockConfig.MODEL_DEFAULT, 256, Duration.ofMillis(1_500), 4);

    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Reply reply = text -> ok(text.length());
    private HttpServer server;
    private BedrockEmbeddingModel model;

    /// What the server answers to an input text.
    private interface Reply {
        Answer to(String text);
    }

    private record Answer(int status, String errorType, String body) {}

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        var client = BedrockFactory.configured(BedrockRuntimeClient.builder(), CONFIG)
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .build();
        model = new BedrockEmbeddingModel(client, CONFIG);
    }

    @AfterEach
    void stopServer() {
        ended.countDown();
        server.stop(0);
        threads.close();
    }

    @Test
    void asksForANormalizedVectorOfTheConfiguredDimensions() {
        Embedding made = model.embedQuery("Which database?");

        assertEquals("/model/amazon.titan-embed-text-v2%3A0/invoke", paths.getFirst());
        assertEquals(
                "{\"inputText\":\"Which database?\",\"dimensions\":256,\"normalize\":true}",
                requests.getFirst().toString());
        assertEquals("amazon.titan-embed-text-v2:0-256", made.model());
        assertEquals(256, made.dimensions());
    }

    @Test
    void embedsManyPassagesInTheirOrder() {
        List<String> passages = List.of("a", "bb", "ccc", "dddd", "eeeee", "ffffff");

        List<Embedding> made = model.embed(passages);

        for (int i = 0; i < passages.size(); i++) {
            Embedding alone = model.embedQuery(passages.get(i));
            assertArrayEquals(alone.vector(), made.get(i).vector(), 1e-6f);
        }
    }

    @Test
    void cutsWhatTheModelWouldReject() {
        model.embed(List.of("🙂".repeat(50_000), " "));

        List<Integer> lengths = requests.stream()
                .map(request -> request.get("inputText").asText().length())
                .sorted()
                .toList();
        assertEquals(List.of(1, 8_000), lengths);
    }

    @Test
    void saysWhenItIsThrottled() {
        reply = text -> new Answer(429, "ThrottlingException", "{\"message\":\"Too many requests\"}");

        Throttled failure = assertThrows(Throttled.class, () -> model.embed(List.of("a", "b")));

        assertTrue(failure.retryAfter().isPositive());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "[]",
                "",
                "{\"embedding\":[1,2,3]}",
                "{\"embedding\":\"none\"}",
                "{\"embedding\":null}"
            })
    void isUnavailableWhenTheAnswerIsMalformed(String body) {
        reply = text -> new Answer(200, "", body);

        assertThrows(DependencyUnavailable.class, () -> model.embedQuery("question"));
    }

    @Test
    void isUnavailableWhenTheVectorHoldsNoNumbers() {
        String words = String.join(",", Collections.nCopies(256, "\"x\""));
        reply = text -> new Answer(200, "", "{\"embedding\":[" + words + "]}");

        assertThrows(DependencyUnavailable.class, () -> model.embedQuery("question"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ValidationException",
                "AccessDeniedException",
                "ModelNotReadyException",
                "InternalServerException"
            })
    void isUnavailableWhenTheModelRefuses(String errorType) {
        reply = text -> new Answer(errorType.startsWith("Internal") ? 500 : 400, errorType, "{\"message\":\"no\"}");

        assertThrows(DependencyUnavailable.class, () -> model.embedQuery("question"));
    }

    @Test
    void waitsNoLongerThanItsTimeout() {
        reply = text -> {
            awaitEnd();
            return ok(1);
        };

        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThrows(DependencyUnavailable.class, () -> model.embedQuery("question")));
    }

    @Test
    void carriesNoTextInItsFailures() {
        reply = text -> new Answer(400, "ValidationException", "{\"message\":\"no\"}");

        var failure = assertThrows(DependencyUnavailable.class, () -> model.embedQuery("my secret"));

        assertEquals("bedrock is unavailable", failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 384, 2048})
    void refusesDimensionsThatTheModelDoesNotOffer(int dimensions) {
        assertThrows(IllegalArgumentException.class, () -> BedrockConfig.of(BedrockConfig.MODEL_DEFAULT, dimensions));
    }

    @Test
    void refusesAModelOfAnotherFamily() {
        assertThrows(IllegalArgumentException.class, () -> BedrockConfig.of("bge-small-en-v1.5", 1024));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            paths.add(exchange.getRequestURI().getRawPath());
            JsonNode request = new ObjectMapper().readTree(exchange.getRequestBody());
            requests.add(request);
            Answer answer = reply.to(request.get("inputText").asText());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            if (!answer.errorType().isEmpty()) {
                exchange.getResponseHeaders().add("x-amzn-ErrorType", answer.errorType());
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Answer ok(int seed) {
        StringBuilder numbers = new StringBuilder("1");
        for (int i = 1; i < 256; i++) {
            numbers.append(',').append(Math.sin(seed * i));
        }
        return new Answer(
                200, "", "{\"embedding\":[" + numbers + "],\"inputTextTokenCount\":3,\"embeddingsByType\":{}}");
    }

    private void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
