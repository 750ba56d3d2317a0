package dev.kept.adapters.bedrock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.adapters.bedrock.ModelServer.Answer;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingModel;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

class BedrockEmbeddingModelTest {
    private static final BedrockConfig CONFIG =
            new BedrockConfig("amazon.titan-embed-text-v2:0", 256, Duration.ofMillis(1_500), 4, Duration.ofMinutes(1));

    private ModelServer server;
    private BedrockEmbeddingModel model;

    @BeforeEach
    void startServer() throws IOException {
        server = new ModelServer(request -> ok(request.get("inputText").asText().length()));
        model = new BedrockEmbeddingModel(
                server.client(BedrockFactory.configured(BedrockRuntimeClient.builder(), CONFIG)), CONFIG);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void asksForANormalizedVectorOfTheConfiguredDimensions() {
        Embedding made = model.embedQuery("Which database?");

        assertEquals("/model/amazon.titan-embed-text-v2%3A0/invoke", server.paths.getFirst());
        assertEquals(
                "{\"inputText\":\"Which database?\",\"dimensions\":256,\"normalize\":true}",
                server.requests.getFirst().toString());
        assertEquals("amazon.titan-embed-text-v2:0-normalized-256", made.model());
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

        List<Integer> lengths = server.requests.stream()
                .map(request -> request.get("inputText").asText().length())
                .sorted()
                .toList();
        assertEquals(List.of(1, 8_000), lengths);
    }

    @Test
    void saysWhenItIsThrottled() {
        server.replies(_ -> new Answer(429, "ThrottlingException", "{\"message\":\"Too many requests\"}"));

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
        server.replies(_ -> new Answer(200, "", body));

        assertThrows(DependencyUnavailable.class, () -> model.embedQuery("question"));
    }

    @Test
    void isUnavailableWhenTheVectorHoldsNoNumbers() {
        String words = String.join(",", Collections.nCopies(256, "\"x\""));
        server.replies(_ -> new Answer(200, "", "{\"embedding\":[" + words + "]}"));

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
        server.replies(
                _ -> new Answer(errorType.startsWith("Internal") ? 500 : 400, errorType, "{\"message\":\"no\"}"));

        assertThrows(DependencyUnavailable.class, () -> model.embedQuery("question"));
    }

    @Test
    void waitsNoLongerThanItsTimeout() {
        server.hangs();

        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThrows(DependencyUnavailable.class, () -> model.embedQuery("question")));
    }

    @Test
    void leavesAModelAloneThatGivesNoAnswer() {
        server.hangs();

        assertTimeout(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 50; i++) {
                assertThrows(DependencyUnavailable.class, () -> model.embedQuery("question"));
            }
        });
        assertTrue(server.requests.size() <= 4, "two calls, of two tries at most");
    }

    @Test
    void goesOnAskingAModelThatRefusesOrIsBusy() {
        server.replies(_ -> new Answer(400, "ValidationException", "{\"message\":\"no\"}"));
        for (int i = 0; i < 5; i++) {
            assertThrows(DependencyUnavailable.class, () -> model.embedQuery("too strange"));
        }
        server.replies(_ -> new Answer(429, "ThrottlingException", "{\"message\":\"Too many requests\"}"));
        for (int i = 0; i < 5; i++) {
            assertThrows(Throttled.class, () -> model.embed(List.of("a", "b", "c", "d")));
        }

        server.replies(_ -> ok(1));

        assertEquals(256, model.embedQuery("question").dimensions());
    }

    @Test
    void carriesNoTextInItsFailures() {
        server.replies(_ -> new Answer(400, "ValidationException", "{\"message\":\"no\"}"));

        var failure = assertThrows(DependencyUnavailable.class, () -> model.embedQuery("my secret"));

        assertEquals("bedrock is unavailable", failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 384, 2048})
    void refusesDimensionsThatTheModelDoesNotOffer(int dimensions) {
        BedrockEmbeddingModels models = offered("amazon.titan-embed-text-v2:0-normalized-" + dimensions);

        assertThrows(IllegalArgumentException.class, models::wanted);
    }

    @Test
    void offersItsFamilyInEveryDimensionAndNoOther() {
        BedrockEmbeddingModels models = offered("bge-small-en-v1.5-q-384");

        EmbeddingModel large =
                models.find("amazon.titan-embed-text-v2:0-normalized-1024").orElseThrow();
        assertEquals("amazon.titan-embed-text-v2:0-normalized-1024", large.id());
        assertEquals(1024, large.dimensions());
        assertTrue(large.isRemote());
        assertTrue(models.find("eu.amazon.titan-embed-text-v2:0-normalized-256").isPresent());
        assertTrue(models.wanted().isEmpty());
        assertTrue(models.find("amazon.titan-embed-text-v2:0").isEmpty());
    }

    private BedrockEmbeddingModels offered(String wanted) {
        return new BedrockEmbeddingModels(
                wanted, config -> server.client(BedrockFactory.configured(BedrockRuntimeClient.builder(), config)));
    }

    private static Answer ok(int seed) {
        StringBuilder numbers = new StringBuilder("1");
        for (int i = 1; i < 256; i++) {
            numbers.append(',').append(Math.sin(seed * i));
        }
        return new Answer(
                200, "", "{\"embedding\":[" + numbers + "],\"inputTextTokenCount\":3,\"embeddingsByType\":{}}");
    }
}
