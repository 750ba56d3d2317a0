package dev.kept.adapters.bedrock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.adapters.bedrock.ModelServer.Answer;
import dev.kept.domain.extraction.Fallback;
import dev.kept.domain.extraction.ModelQuestion;
import dev.kept.domain.extraction.ModelReply;
import dev.kept.domain.extraction.ModelTokens;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

class BedrockExtractionModelTest {
    private static final String HAIKU = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";
    private static final ModelQuestion QUESTION = new ModelQuestion(
            "Keep little.",
            "{\"turn\":\"t1\"}",
            new ModelQuestion.Form(
                    "record",
                    "Records.",
                    Map.of("type", "object", "required", List.of("memories"), "maxProperties", 3, "open", false)),
            1_200);
    private static final Answer GOOD = ConverseReplies.usesTool(
            "record", "{\"memories\":[{\"content\":\"x\",\"changes\":true,\"n\":2,\"gone\":null}]}");
    private static final ModelTokens TOKENS = new ModelTokens(410, 95, 1_800, 0);

    private ModelServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new ModelServer(_ -> GOOD);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void givesTheFormThatTheModelFilledIn() {
        var reply = assertInstanceOf(ModelReply.Answered.class, model(HAIKU).ask(QUESTION));

        assertEquals(TOKENS, reply.tokens());
        var memory =
                assertInstanceOf(Map.class, ((List<?>) reply.form().getOrDefault("memories", List.of(""))).getFirst());
        assertEquals("x", memory.get("content"));
        assertEquals(true, memory.get("changes"));
        assertEquals("2", String.valueOf(memory.get("n")));
        assertFalse(memory.containsKey("gone"));
    }

    @Test
    void asksClaudeWithTheToolForcedAndBothPrefixesCached() {
        model(HAIKU).ask(QUESTION);

        assertEquals("/model/eu.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse", server.paths.getFirst());
        var request = server.requests.getFirst();
        assertEquals("Keep little.", request.at("/system/0/text").asText());
        assertEquals("default", request.at("/system/1/cachePoint/type").asText());
        assertEquals("user", request.at("/messages/0/role").asText());
        assertEquals(
                "{\"turn\":\"t1\"}", request.at("/messages/0/content/0/text").asText());
        assertEquals("record", request.at("/toolConfig/tools/0/toolSpec/name").asText());
        assertEquals(
                "memories",
                request.at("/toolConfig/tools/0/toolSpec/inputSchema/json/required/0")
                        .asText());
        assertEquals(
                3,
                request.at("/toolConfig/tools/0/toolSpec/inputSchema/json/maxProperties")
                        .asInt());
        assertEquals(
                "default", request.at("/toolConfig/tools/1/cachePoint/type").asText());
        assertEquals("record", request.at("/toolConfig/toolChoice/tool/name").asText());
        assertEquals(1_200, request.at("/inferenceConfig/maxTokens").asInt());
        assertFalse(request.at("/inferenceConfig").has("temperature"), "newer models reject it");
    }

    @Test
    void asksNovaWithoutACachePointAmongTheTools() {
        model("amazon.nova-lite-v1:0").ask(QUESTION);

        var request = server.requests.getFirst();
        assertEquals("default", request.at("/system/1/cachePoint/type").asText());
        assertEquals(1, request.at("/toolConfig/tools").size(), "Nova rejects a cache point there");
        assertEquals("record", request.at("/toolConfig/toolChoice/tool/name").asText());
        assertEquals(0, request.at("/inferenceConfig/temperature").asInt(-1));
    }

    @Test
    void asksOthersForNoMoreThanTheyUnderstand() {
        model("mistral.mistral-large-2407-v1:0").ask(QUESTION);
        model("meta.llama3-1-70b-instruct-v1:0").ask(QUESTION);

        assertTrue(server.requests.getFirst().at("/toolConfig/toolChoice").has("any"));
        var llama = server.requests.getLast();
        assertTrue(llama.at("/toolConfig/toolChoice").isMissingNode());
        assertEquals(1, llama.at("/system").size());
    }

    @Test
    void knowsAProfileByWhatItLeadsTo() {
        var config = ExtractionModelConfig.of("application-profile", "amazon.nova-pro-v1:0", Duration.ofSeconds(1));
        assertEquals(ModelFamily.NOVA, config.family());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "{\"output\":{}}",
                "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[]}}}"
            })
    void takesNothingFromABodyWithoutATool(String body) {
        server.replies(_ -> Answer.ok(body));

        assertEquals(Fallback.MALFORMED, reason(model(HAIKU).ask(QUESTION)));
    }

    @Test
    void takesNothingFromAnAnswerInWordsOrWithAnotherToolOrWithATextForAForm() {
        server.replies(ConverseReplies.inTurn(
                ConverseReplies.says("{\"memories\":[]}"),
                ConverseReplies.usesTool("another", "{}"),
                ConverseReplies.usesTool("record", "\"{}\"")));

        for (int i = 0; i < 3; i++) {
            var reply = model(HAIKU).ask(QUESTION);
            assertEquals(Fallback.MALFORMED, reason(reply));
            assertEquals(TOKENS, reply.tokens(), "it is charged for all the same");
        }
    }

    @Test
    void takesNothingFromAnAnswerThatWasCutOff() {
        server.replies(_ -> ConverseReplies.truncated("record"));

        var reply = model(HAIKU).ask(QUESTION);
        assertEquals(Fallback.TRUNCATED, reason(reply));
        assertEquals(TOKENS, reply.tokens());
    }

    @Test
    void triesAgainWhenThrottledOrBrokenForAMoment() {
        server.replies(ConverseReplies.inTurn(ConverseReplies.throttled(), ConverseReplies.broken(), GOOD));

        assertInstanceOf(ModelReply.Answered.class, model(HAIKU).ask(QUESTION));
        assertEquals(3, server.requests.size());
    }

    @Test
    void saysThatItIsThrottledWhenThatGoesOn() {
        server.replies(_ -> ConverseReplies.throttled());

        var reply = model(HAIKU).ask(QUESTION);
        assertEquals(Fallback.THROTTLED, reason(reply));
        assertEquals(ModelTokens.NONE, reply.tokens());
        assertEquals(4, server.requests.size());
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDeniedException, REFUSED, 1",
        "400, ValidationException, REFUSED, 1",
        "404, ResourceNotFoundException, REFUSED, 1",
        "400, ServiceQuotaExceededException, THROTTLED, 1",
        "408, ModelTimeoutException, TIMEOUT, 1",
        "500, InternalServerException, UNAVAILABLE, 4",
        "503, ServiceUnavailableException, UNAVAILABLE, 4"
    })
    void saysWhyItHasNoAnswer(int status, String errorType, Fallback reason, int callsAtLeast) {
        server.replies(_ -> new Answer(status, errorType, "{\"message\":\"no\"}"));

        assertEquals(reason, reason(model(HAIKU).ask(QUESTION)));
        assertTrue(server.requests.size() >= callsAtLeast, "calls: " + server.requests.size());
    }

    @Test
    void waitsNoLongerThanItsTimeoutAndThenLeavesTheModelAlone() {
        BedrockExtractionModel quick = model(new ExtractionModelConfig(
                HAIKU, ModelFamily.CLAUDE, Duration.ofMillis(200), 4, Duration.ofMillis(1), Duration.ofMinutes(1)));
        server.hangs();

        assertTimeout(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 3; i++) {
                assertEquals(Fallback.TIMEOUT, reason(quick.ask(QUESTION)));
            }
            for (int i = 0; i < 20; i++) {
                assertEquals(Fallback.UNAVAILABLE, reason(quick.ask(QUESTION)));
            }
        });
        assertEquals(3, server.requests.size());
    }

    @Test
    void goesOnAskingAModelWhoseAnswersArePoor() {
        server.replies(_ -> ConverseReplies.says("Sorry."));
        BedrockExtractionModel model = model(HAIKU);
        for (int i = 0; i < 10; i++) {
            assertEquals(Fallback.MALFORMED, reason(model.ask(QUESTION)));
        }
        assertEquals(10, server.requests.size());
    }

    @Test
    void hasItsDefaults() {
        assertEquals(
                new ExtractionModelConfig(
                        "amazon.nova-micro-v1:0",
                        ModelFamily.NOVA,
                        Duration.ofSeconds(20),
                        4,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(60)),
                ExtractionModelConfig.of("amazon.nova-micro-v1:0", "", Duration.ofSeconds(20)));
        assertThrows(IllegalArgumentException.class, () -> ExtractionModelConfig.of(" ", "", Duration.ofSeconds(20)));
        assertThrows(
                IllegalArgumentException.class,
                () -> ExtractionModelConfig.of("amazon.nova-micro-v1:0", "", Duration.ZERO));
    }

    private static Fallback reason(ModelReply reply) {
        return assertInstanceOf(ModelReply.Unanswered.class, reply).reason();
    }

    private BedrockExtractionModel model(String id) {
        return model(new ExtractionModelConfig(
                id, ModelFamily.of(id), Duration.ofSeconds(10), 4, Duration.ofMillis(1), Duration.ofMinutes(1)));
    }

    private BedrockExtractionModel model(ExtractionModelConfig config) {
        return new BedrockExtractionModel(
                server.client(BedrockFactory.configured(BedrockRuntimeClient.builder(), config)), config);
    }
}
