package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kept.local.stack.StackOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Memories are found by a model that is reached as Bedrock is, and by the rules when it does not answer.
@OwnStack
class ExtractionModelIT {
    private static final String GOOD = "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[{\"toolUse\":{"
            + "\"toolUseId\":\"tooluse_1\",\"name\":\"record_memories\",\"input\":{\"memories\":[{\"type\":\"decision\","
            + "\"content\":\"Orders are stored in Postgres 16.\",\"turns\":[\"t1\"],\"claim\":\"stated\"},"
            + "{\"type\":\"fact\",\"content\":\"Maria runs Oracle.\",\"turns\":[\"t1\"],\"claim\":\"stated\"}]}}}]}},"
            + "\"stopReason\":\"tool_use\",\"usage\":{\"inputTokens\":500,\"outputTokens\":60,\"totalTokens\":2160,"
            + "\"cacheReadInputTokens\":1600,\"cacheWriteInputTokens\":0},\"metrics\":{\"latencyMs\":5}}";
    private static final String THROTTLED = "{\"message\":\"Too many requests\"}";
    private static final AtomicBoolean BUSY = new AtomicBoolean();

    private static final HttpServer MODELS = server();

    @BeforeAll
    static void startModels() {
        MODELS.start();
    }

    @AfterAll
    static void stopModels() {
        MODELS.stop(0);
    }

    @Test
    void findsMemoriesAndLetsTheRulesStandIn() throws InterruptedException {
        StackOptions options = StackOptions.forTests(Repository.file("local/integration/target/kept-extraction"))
                .withModels(URI.create("http://127.0.0.1:" + MODELS.getAddress().getPort()))
                .withParameter("ExtractionModel", "amazon.nova-lite-v1:0")
                .withParameter("ExtractionTimeout", "PT3S");
        try (Stack stack = Stack.start(options)) {
            Client user = stack.user("ada");

            JsonNode asked = extracted(user, "s1", "hey, we decided on Postgres 16 for orders, finally");
            assertEquals(1, asked.at("/counts/kept").asInt(), asked::toString);
            assertEquals(1, asked.at("/counts/rejected").asInt(), asked::toString);
            assertEquals(
                    "model:amazon.nova-lite-v1:0/keep-1",
                    asked.at("/extraction/extractor").asText());
            assertEquals(1, asked.at("/extraction/modelCalls").asInt());
            assertEquals(1_600, asked.at("/extraction/cachedTokens").asInt());
            assertTrue(asked.at("/extraction/costMicros").asInt() > 0);
            assertTrue(memories(user).contains("Orders are stored in Postgres 16."));

            BUSY.set(true);
            JsonNode throttled = extracted(user, "s2", "we decided on Kafka 4 for the audit trail");
            assertEquals(1, throttled.at("/counts/kept").asInt(), throttled::toString);
            assertEquals(1, throttled.at("/extraction/fallbacks").size(), throttled::toString);
            assertTrue(memories(user).contains("we decided on Kafka 4 for the audit trail"));
        }
    }

    private static JsonNode extracted(Client user, String session, String said) {
        user.post("/v1/sessions", Json.object("{}").put("sessionId", session)).expect(201);
        ObjectNode turns = Json.object("{\"turns\":[{\"role\":\"user\",\"content\":\"\"}]}");
        ((ObjectNode) turns.at("/turns/0")).put("content", said);
        Reply accepted = user.post("/v1/sessions/" + session + "/turns", turns).expect(202);
        user.post("/v1/sessions/" + session + "/end", "{}").expect(202);
        return user.await(accepted.text("operationId"));
    }

    private static String memories(Client user) {
        return user.get("/v1/memories").expect(200).json().toString();
    }

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/model/", ExtractionModelIT::answer);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            boolean throttled = BUSY.get();
            byte[] body = (throttled ? THROTTLED : GOOD).getBytes(StandardCharsets.UTF_8);
            if (throttled) {
                exchange.getResponseHeaders().add("x-amzn-ErrorType", "ThrottlingException");
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(throttled ? 429 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
