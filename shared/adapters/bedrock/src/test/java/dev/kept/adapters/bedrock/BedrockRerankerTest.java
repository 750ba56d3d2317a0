package dev.kept.adapters.bedrock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.adapters.bedrock.ModelServer.Answer;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

class BedrockRerankerTest {
    private static final String TWO_RESULTS = "{\"results\":[{\"index\":1,\"relevance_score\":0.9},"
            + "{\"index\":0,\"relevance_score\":0.25}],\"id\":\"7c\",\"meta\":{\"api_version\":{\"version\":\"2\"}}}";
    private static final List<String> TWO_PASSAGES = List.of("We met on Monday.", "The orders live in PostgreSQL.");

    private ModelServer server;
    private BedrockReranker cohere;

    @BeforeEach
    void startServer() throws IOException {
        server = new ModelServer(_ -> Answer.ok(TWO_RESULTS));
        cohere = reranker("cohere.rerank-v3-5:0");
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void givesEachPassageItsRelevanceInTheirOrder() {
        assertEquals(List.of(0.25, 0.9), cohere.relevance("Where do the orders live?", TWO_PASSAGES));
        assertEquals("/model/cohere.rerank-v3-5%3A0/invoke", server.paths.getFirst());
        assertEquals(
                "{\"query\":\"Where do the orders live?\","
                        + "\"documents\":[\"We met on Monday.\",\"The orders live in PostgreSQL.\"],"
                        + "\"top_n\":2,\"api_version\":2}",
                server.requests.getFirst().toString());
    }

    @Test
    void tellsAmazonsModelNoVersionOfCoheresApi() {
        reranker("amazon.rerank-v1:0").relevance("Where?", TWO_PASSAGES);

        assertEquals("/model/amazon.rerank-v1%3A0/invoke", server.paths.getFirst());
        assertFalse(server.requests.getFirst().has("api_version"));
    }

    @Test
    void cutsWhatTheModelWouldCutOrReject() {
        cohere.relevance("🙂".repeat(5_000), List.of("x".repeat(100_000), " "));

        var request = server.requests.getFirst();
        assertEquals(2_000, request.get("query").asText().length());
        assertEquals(4_000, request.at("/documents/0").asText().length());
        assertEquals(".", request.at("/documents/1").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "",
                "{}",
                "[]",
                "{\"results\":[]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":0.5}]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":0.5},{\"index\":0,\"relevance_score\":0.5}]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":0.5},{\"index\":2,\"relevance_score\":0.5}]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":0.5},{\"relevance_score\":0.5}]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":0.5},{\"index\":1,\"relevance_score\":\"high\"}]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":0.5},{\"index\":1,\"relevance_score\":7}]}",
                "{\"results\":[{\"index\":0,\"relevance_score\":0.5},{\"index\":1}]}"
            })
    void isUnavailableWhenTheAnswerIsMalformed(String body) {
        server.replies(_ -> Answer.ok(body));

        assertThrows(DependencyUnavailable.class, () -> cohere.relevance("Where?", TWO_PASSAGES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ValidationException", "AccessDeniedException", "InternalServerException"})
    void isUnavailableWhenTheModelRefuses(String errorType) {
        server.replies(_ -> new Answer(errorType.startsWith("Internal") ? 500 : 400, errorType, "{}"));

        assertThrows(DependencyUnavailable.class, () -> cohere.relevance("Where?", TWO_PASSAGES));
        assertEquals(1, server.requests.size(), "a search does not wait for a second try");
    }

    @Test
    void saysWhenItIsThrottled() {
        server.replies(_ -> new Answer(429, "ThrottlingException", "{\"message\":\"Too many requests\"}"));

        Throttled failure = assertThrows(Throttled.class, () -> cohere.relevance("Where?", TWO_PASSAGES));

        assertTrue(failure.retryAfter().isPositive());
    }

    @Test
    void waitsNoLongerThanItsTimeoutAndThenLeavesTheModelAlone() {
        server.hangs();

        assertTimeout(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 50; i++) {
                assertThrows(DependencyUnavailable.class, () -> cohere.relevance("Where?", TWO_PASSAGES));
            }
        });
        assertEquals(2, server.requests.size());
    }

    @Test
    void carriesNoTextInItsFailures() {
        server.replies(_ -> new Answer(400, "ValidationException", "{\"message\":\"no\"}"));

        var failure = assertThrows(DependencyUnavailable.class, () -> cohere.relevance("my secret", List.of("a", "b")));

        assertEquals("bedrock rerank is unavailable", failure.getMessage());
    }

    @Test
    void refusesAModelThatIsNoReranker() {
        assertThrows(IllegalArgumentException.class, () -> RerankConfig.of("amazon.titan-embed-text-v2:0"));
    }

    @Test
    void hasItsDefaults() {
        assertEquals(
                new RerankConfig("amazon.rerank-v1:0", Duration.ofMillis(800), Duration.ofSeconds(10)),
                RerankConfig.of("amazon.rerank-v1:0"));
    }

    private BedrockReranker reranker(String modelId) {
        RerankConfig config = RerankConfig.of(modelId);
        return new BedrockReranker(
                server.client(BedrockFactory.configured(BedrockRuntimeClient.builder(), config)), config);
    }
}
