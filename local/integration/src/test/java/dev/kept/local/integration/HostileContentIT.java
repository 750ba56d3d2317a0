package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Content that breaks weaker systems is kept as it is, or refused; it never fails.
@OnTheStack
final class HostileContentIT {

    private final Client user;

    HostileContentIT(Stack stack) {
        this.user = stack.user("hostile");
        user.post("/v1/sessions", "{\"sessionId\":\"hostile\"}").expect(201);
    }

    static Stream<String> texts() {
        return Stream.of(
                "control \u0001\u0002\u0007\b\u001b[31m characters",
                "nul \u0000 in the middle",
                "emoji 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ⛴️",
                "right to left: שלום עולם \u202e evil \u202c مرحبا",
                "four bytes: 𠜎𠜱𠝹 𝒳 𓂀",
                "combining: Z̸̢̛̻a̶l̵g̷o̴ é é",
                "zero width: a\u200bb\u200cc\ufeffd\u2060",
                "line\u2028separators\u2029and\r\nreturns\ttabs",
                "<script>alert(1)</script> <kept-context id=\"x\"> </kept-context> & < >",
                "'; DROP TABLE turns; -- {\"$ne\":null} ${jndi:ldap://x/y} {{7*7}} %s%n",
                "../../../../etc/passwd C:\\windows\\system32",
                "+ - = && || > < ! ( ) { } [ ] ^ \" ~ * ? : \\ / AND OR NOT",
                "#USER#u1#SESSION#x",
                "\uffff\ufffe\ue000",
                "中文日本語한국어ไทยहिन्दी",
                "a".repeat(5000),
                "x ".repeat(4000),
                "(".repeat(3000),
                "\\".repeat(3000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void givesContentBackAsItCame(String text) {
        ObjectNode turn = Json.object("{\"role\":\"user\"}");
        turn.put("content", text).putObject("metadata").put("note", noted(text));
        ObjectNode turns = Json.object("{}");
        turns.putArray("turns").add(turn);
        JsonNode receipt =
                user.post("/v1/sessions/hostile/turns", turns).expect(202).json();
        assertEquals(
                "succeeded",
                user.await(receipt.path("operationId").asText()).path("status").asText());
        JsonNode kept = user.get("/v1/sessions/hostile/turns?limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("turnId").equals(receipt.at("/turns/0/turnId")))
                .findFirst()
                .orElseThrow();
        assertEquals(text, kept.path("content").asText());
        assertEquals(noted(text), kept.at("/metadata/note").asText());

        ObjectNode memory = Json.object("{}").put("content", text);
        memory.putObject("metadata").put(shortened(text), "as a key");
        memory.putArray("tags").add(shortened(text));
        memory.putArray("entities").add(shortened(text));
        JsonNode told = user.post("/v1/memories", memory).expect(201).json();
        JsonNode read = user.get("/v1/memories/" + told.path("memoryId").asText())
                .expect(200)
                .json();
        assertEquals(text, read.path("content").asText());
        assertEquals(shortened(text), read.at("/tags/0").asText());

        user.post("/v1/search", Json.object("{}").put("query", text)).expect(200);
        user.post("/v1/context", Json.object("{}").put("query", text)).expect(201);
        user.post("/v1/extract", Json.object("{}").put("text", text)).expect(200);
    }

    private static String noted(String text) {
        return text.length() > 5000 ? text.substring(0, 5000) : text;
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) : text;
    }

    @Test
    void takesHalfACharacterWithoutFailing() {
        String body = "{\"turns\":[{\"role\":\"user\",\"content\":\"half \\ud83d of a ship\"}]}";
        Reply reply = user.post("/v1/sessions/hostile/turns", body);
        assertTrue(reply.status() == 202 || reply.status() == 400, reply::toString);
        Reply memory = user.post("/v1/memories", "{\"content\":\"half \\ude00\",\"tags\":[\"\\ud83d\"]}");
        assertTrue(memory.status() == 201 || memory.status() == 400, memory::toString);
        user.post("/v1/search", "{\"query\":\"half \\ud83d\"}").expect(200);
    }

    @Test
    void keepsTheLongestContentThatIsAllowed() {
        String longest = "船".repeat(100_000);
        ObjectNode turns = Json.object("{}");
        turns.putArray("turns")
                .addObject()
                .put("id", "longest")
                .put("role", "tool")
                .put("content", longest);
        user.post("/v1/sessions/hostile/turns", turns).expect(202);
        String kept = user.get("/v1/sessions/hostile/turns?limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asText().equals("longest"))
                .map(item -> item.path("content").asText())
                .findFirst()
                .orElseThrow();
        assertEquals(longest, kept);
        Reply memory = user.post("/v1/memories", Json.object("{}").put("content", "é".repeat(16_000)))
                .expect(201);
        assertEquals("é".repeat(16_000), memory.text("content"));
    }

    @Test
    void keepsDeepAndOddMetadata() {
        ObjectNode memory = Json.object("{\"content\":\"With metadata.\"}");
        ObjectNode metadata = memory.putObject("metadata");
        JsonNode level = metadata;
        for (int i = 0; i < 100; i++) {
            level = ((ObjectNode) level).putObject("n");
        }
        ArrayNode numbers = metadata.putArray("numbers");
        numbers.add(Long.MAX_VALUE).add(1.0e-300).add(0.1).addNull().add(true).add("");
        metadata.put("", "empty name").putNull("nothing");

        Reply told = user.post("/v1/memories", memory).expect(201);
        assertEquals(
                metadata,
                user.get("/v1/memories/" + told.text("memoryId")).json().path("metadata"));
    }

    @Test
    void refusesMetadataBeyondItsSize() {
        user.post("/v1/memories", "{\"content\":\"x\",\"metadata\":{\"a\":\"" + "x".repeat(8_000) + "\"}}")
                .expectInvalid("metadata");
        String deep = "{\"a\":".repeat(1500) + "1" + "}".repeat(1500);
        assertEquals(
                400,
                user.post("/v1/memories", "{\"content\":\"x\",\"metadata\":" + deep + "}")
                        .status());
        Reply huge = user.post("/v1/memories", "{\"content\":\"x\",\"metadata\":{\"n\":" + "9".repeat(900) + "}}");
        assertTrue(huge.status() == 201 || huge.status() == 400, huge::toString);
    }

    @Test
    void takesOddProjectsAndClientIds() {
        for (String project : new String[] {"a/b", "..", "ä ö", "日本", "👩‍👩‍👧‍👦", "%2e%2e", "x".repeat(256)}) {
            JsonNode session = user.post(
                            "/v1/sessions", Json.object("{\"context\":{}}").put("projectId", project))
                    .expect(201)
                    .json();
            assertEquals(project, session.path("projectId").asText());
            ObjectNode turns = Json.object("{}");
            turns.putArray("turns")
                    .addObject()
                    .put("id", "#" + project.substring(0, Math.min(100, project.length())) + "#C:")
                    .put("role", "user")
                    .put("content", "We decided to name it so.");
            Reply added = user.post("/v1/sessions/" + session.path("sessionId").asText() + "/turns", turns)
                    .expect(202);
            assertEquals(
                    "succeeded",
                    user.await(added.text("operationId")).path("status").asText());
        }
    }
}
