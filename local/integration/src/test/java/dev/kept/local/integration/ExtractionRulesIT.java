package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Own rules from the outside: tried, kept, at work with the next turn, undone, and nobody else's.
@OnTheStack
final class ExtractionRulesIT {
    private static final Call PUT = Call.of("PUT", "/v1/extraction/rules");
    private static final String RULES = """
            {"cues":[{"type":"pattern","weight":5,"why":"our dates","phrases":["deadline is"]}],"ignore":["ledger"]}""";

    private final Stack stack;

    ExtractionRulesIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void areAtWorkFromTheNextTurnOnForTheirUserOnly() {
        Client user = stack.user("rules");
        Client other = stack.user("rules-not");
        user.send(PUT.body(RULES)).expect(200);

        JsonNode own = memories(user);
        assertEquals(List.of("pattern"), Json.texts(own, "type").toList());
        assertTrue(own.at("/0/metadata/why").asText().contains("our dates (own rule)"), own::toString);
        assertEquals(2, memories(other).size());
        assertEquals(
                0,
                other.get("/v1/extraction/rules")
                        .expect(200)
                        .json()
                        .path("version")
                        .asInt());
        JsonNode dry = user.post("/v1/extract", "{\"text\":\"Our deadline is June 12.\"}")
                .expect(200)
                .json();
        assertTrue(dry.at("/memories/0/why").asText().contains("own rule"), dry::toString);
    }

    @Test
    void areTriedOnTheNewestTurnsBeforeTheyAreKept() {
        Client user = stack.user("rules-tried");
        memories(user);

        JsonNode reply =
                user.send(PUT.query("dryRun", "true").body(RULES)).expect(200).json();

        assertEquals(2, reply.at("/trial/turns").asInt());
        assertEquals(1, reply.at("/trial/effects/removed").asInt(), reply::toString);
        assertEquals(1, reply.at("/trial/effects/retyped").asInt(), reply::toString);
        assertEquals(
                0,
                user.get("/v1/extraction/rules")
                        .expect(200)
                        .json()
                        .path("version")
                        .asInt());
    }

    @Test
    void areUndoneByTheirVersion() {
        Client user = stack.user("rules-undone");
        user.send(PUT.body(RULES)).expect(200);
        user.send(PUT.header("If-Match", "\"1\"").body("{\"ignore\":[\"standup\"]}"))
                .expect(200);
        user.send(PUT.header("If-Match", "\"1\"").body("{}")).expectProblem(412, "version-race", "");
        user.delete("/v1/extraction/rules").expect(204);
        user.send(PUT.query("restore", "1")).expect(200);

        JsonNode now =
                user.get("/v1/extraction/rules?versions=true").expect(200).json();
        assertEquals(4, now.path("version").asInt());
        assertEquals("ledger", now.at("/rules/ignore/0").asText());
        assertEquals(4, now.path("versions").size());
    }

    private static JsonNode memories(Client user) {
        String session = user.post("/v1/sessions", "{\"projectId\":\"harbour\"}")
                .expect(201)
                .text("sessionId");
        String operation =
                user.post("/v1/sessions/" + session + "/turns", """
                {"turns":[{"role":"user","content":"We decided on Postgres 16 for the ledger."},
                          {"role":"user","content":"Our deadline is June 12."}]}""").expect(202).text("operationId");
        user.await(operation);
        return user.get("/v1/memories?limit=100").expect(200).json().path("items");
    }
}
