package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a person puts right stays right, whatever is read again.
@OnTheStack
final class CuratingIT {

    private static final String SAID = """
            {"turns":[
              {"id":"a","role":"user","content":"We decided to keep the orders in Postgres 16."},
              {"id":"b","role":"user","content":"I prefer short answers."},
              {"id":"c","role":"user","content":"We decided to send the invoices through Kafka.","extract":false}]}""";

    private final Stack stack;

    CuratingIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void readingAgainFindsTheSame() {
        Client user = stack.user("again");
        String session = say(user, "quay");
        List<String> before = versions(user);
        assertEquals(2, before.size());

        JsonNode done = extractAgain(user, session);

        assertEquals("succeeded", done.path("status").asText());
        assertEquals("re_extraction", done.path("kind").asText());
        assertEquals(3, done.at("/counts/turns").asInt());
        assertEquals(2, done.at("/counts/unchanged").asInt());
        assertEquals(1, done.at("/counts/skipped").asInt());
        assertEquals(before, versions(user));
    }

    @Test
    void whatIsForgottenStaysForgottenUntilItIsSaidAnew() {
        Client user = stack.user("forget");
        String session = say(user, "quay");
        String memory = memory(user, "Postgres");
        user.delete("/v1/memories/" + memory).expect(204);

        assertEquals(1, extractAgain(user, session).at("/counts/forgotten").asInt());
        assertEquals(1, versions(user).size());

        say(user, "quay");
        assertEquals(2, versions(user).size());
    }

    @Test
    void whatAForgottenUpdateHadOutdatedHoldsAgain() {
        Client user = stack.user("move");
        tell(user, "The deadline of the billing report is April 3.", "2026-03-02T09:00:00.000Z");
        String before = memory(user, "April 3");
        tell(user, "The deadline of the billing report is June 4.", "2026-03-12T09:00:00.000Z");
        assertEquals(
                "superseded", user.get("/v1/memories/" + before).expect(200).text("status"));

        user.delete("/v1/memories/" + memory(user, "June 4")).expect(204);

        JsonNode again = user.get("/v1/memories/" + before).expect(200).json();
        assertEquals("active", again.path("status").asText());
        assertTrue(again.path("validTo").isNull());
        assertEquals(
                "what took its place was forgotten",
                user.get("/v1/memories/" + before + "/history")
                        .expect(200)
                        .json()
                        .at("/items/0/why")
                        .asText());
    }

    @Test
    void aMemoryTellsWhichTiesItStates() {
        Client user = stack.user("ties");
        tell(user, "Priya Raman owns billing-service, ask her before you deploy it.", "2026-03-02T09:00:00.000Z");

        JsonNode tie = user.get("/v1/memories/" + memory(user, "Priya"))
                .expect(200)
                .json()
                .at("/metadata/relations/0");
        assertEquals("Priya Raman", tie.path("from").asText());
        assertEquals("owns", tie.path("relation").asText());
        assertEquals("billing-service", tie.path("to").asText());
    }

    @Test
    void aTypeSetByHandHoldsWhenTheSessionIsReadAgain() {
        Client user = stack.user("retype");
        String session = say(user, "quay");
        String memory = memory(user, "Postgres");
        user.send(Call.of("PATCH", "/v1/memories/" + memory).body("{\"type\":\"pattern\"}"))
                .expect(200);
        List<String> before = versions(user);

        extractAgain(user, session);

        assertEquals(before, versions(user));
        assertEquals(
                "pattern",
                user.get("/v1/memories/" + memory)
                        .expect(200)
                        .json()
                        .path("type")
                        .asText());
    }

    @Test
    void mergesAndSplitsStandWhenTheSessionIsReadAgain() {
        Client user = stack.user("merge");
        String session = say(user, "quay");
        String first = memory(user, "Postgres");
        String second = memory(user, "short");
        user.post(
                        "/v1/memories/merge",
                        "{\"memoryIds\":[\"" + first + "\",\"" + second + "\"],\"content\":\"Both in one.\"}")
                .expect(200);
        Reply parts = user.post(
                        "/v1/memories/" + first + "/split",
                        "{\"parts\":[{\"content\":\"Orders live in Postgres.\"},{\"content\":\"Answers are short.\"}]}")
                .expect(201);
        assertEquals(first, parts.json().at("/items/0/supersedes").asText());
        List<String> before = versions(user);

        extractAgain(user, session);

        assertEquals(before, versions(user));
        assertEquals(
                List.of("split into", "merged with", "created"),
                Json.texts(
                                user.get("/v1/memories/" + first + "/history")
                                        .expect(200)
                                        .json()
                                        .path("items"),
                                "why")
                        .map(why -> why.replaceAll(" m_.*", ""))
                        .toList());
    }

    @Test
    void aProjectThatIsOffKeepsTurnsAndNoMemories() {
        Client user = stack.user("off");
        Call settings = Call.of("PUT", "/v1/extraction/settings").query("projectId", "quay");
        user.send(settings.body("{\"extraction\":\"off\"}")).expect(200);
        String session = say(user, "quay");
        assertEquals(List.of(), versions(user));
        user.send(Call.of("POST", "/v1/sessions/" + session + "/extractions")).expectProblem(409, "conflict", "");

        user.send(settings.body("{\"extraction\":\"on\"}")).expect(200);
        assertEquals(2, extractAgain(user, session).at("/counts/kept").asInt());
    }

    private static String say(Client user, String project) {
        String session = user.post("/v1/sessions", "{\"projectId\":\"" + project + "\"}")
                .expect(201)
                .text("sessionId");
        String operation = user.post("/v1/sessions/" + session + "/turns", SAID)
                .expect(202)
                .text("operationId");
        assertEquals("succeeded", user.await(operation).path("status").asText());
        return session;
    }

    private static void tell(Client user, String content, String occurredAt) {
        String session = user.post("/v1/sessions", "{\"projectId\":\"quay\"}")
                .expect(201)
                .text("sessionId");
        JsonNode turn =
                Json.object("{\"role\":\"user\"}").put("content", content).put("occurredAt", occurredAt);
        user.await(user.post("/v1/sessions/" + session + "/turns", "{\"turns\":[" + turn + "]}")
                .expect(202)
                .text("operationId"));
    }

    private static JsonNode extractAgain(Client user, String session) {
        return user.await(user.send(Call.of("POST", "/v1/sessions/" + session + "/extractions"))
                .expect(202)
                .text("operationId"));
    }

    private static String memory(Client user, String word) {
        for (JsonNode memory : items(user)) {
            if (memory.path("content").asText().contains(word)) {
                return memory.path("memoryId").asText();
            }
        }
        throw new AssertionError("no memory speaks of " + word);
    }

    private static List<String> versions(Client user) {
        return items(user)
                .valueStream()
                .map(memory -> memory.path("memoryId").asText() + " "
                        + memory.path("version").asText())
                .sorted()
                .toList();
    }

    private static JsonNode items(Client user) {
        JsonNode items = user.get("/v1/memories?limit=100").expect(200).json().path("items");
        assertTrue(items.isArray());
        return items;
    }
}
