package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The main job from end to end: the conversation of `./kept demo`, and what comes of it.
@OnTheStack
final class JourneyIT {

    private static final String PROJECT = "ferry-booking";
    private static final String DEMO = "local/cli/src/main/resources/dev/kept/local/cli/demo.json";
    private static final int PAIRS = 50;
    private static final int BUDGET = 1200;

    private final Stack stack;
    private final Client user;
    private final Map<String, String> said = new HashMap<>();
    private final JsonNode fourth;

    JourneyIT(Stack stack) {
        this.stack = stack;
        this.user = stack.user("ines");
        JsonNode demo = Json.read(Repository.text(Repository.file(DEMO)));
        demo.path("sessions").forEach(this::replay);
        this.fourth = user.post(
                        "/v1/sessions",
                        Json.object("{\"context\":{\"maxTokens\":" + BUDGET + "}}")
                                .put("projectId", PROJECT))
                .expect(201)
                .json();
    }

    private void replay(JsonNode session) {
        ObjectNode start = Json.object("{}").put("projectId", PROJECT);
        start.set("title", session.path("title"));
        start.set("startedAt", session.path("startedAt"));
        String path =
                "/v1/sessions/" + user.post("/v1/sessions", start).expect(201).text("sessionId");
        var batch = new ArrayList<JsonNode>();
        session.path("turns").forEach(turn -> {
            said.put(turn.path("id").asText(), turn.path("content").asText());
            batch.add(turn);
        });
        for (int from = 0; from < batch.size(); from += 5) {
            ObjectNode turns = Json.object("{}");
            turns.putArray("turns").addAll(batch.subList(from, Math.min(from + 5, batch.size())));
            Reply added = user.post(path + "/turns", turns).expect(202);
            assertEquals(
                    Set.of("accepted"),
                    Json.texts(added.json().path("turns"), "status").collect(Collectors.toSet()));
        }
        Reply ended = user.post(path + "/end", "{\"reason\":\"done\"}").expect(202);
        assertEquals(
                "succeeded",
                user.await(ended.text("operationId")).path("status").asText());
    }

    private JsonNode memories(String filter) {
        return user.get("/v1/memories?limit=100&projectId=" + PROJECT + filter)
                .expect(200)
                .json()
                .path("items");
    }

    @Test
    void findsMemoriesOfSeveralTypesThatRestOnTheTurnsTheyCameFrom() {
        JsonNode memories = memories("");

        Set<String> types = Json.texts(memories, "type").collect(Collectors.toSet());
        assertTrue(types.containsAll(Set.of("fact", "preference", "decision")), types::toString);
        assertTrue(types.size() >= 4, types::toString);
        for (JsonNode memory : memories) {
            assertEquals("extracted", memory.path("origin").asText());
            assertFalse(memory.path("sourceTurnIds").isEmpty(), memory::toString);
            assertEquals(
                    memory.path("sourceTurnIds").size(),
                    memory.path("clientTurnIds").size());
            memory.path("clientTurnIds").forEach(id -> assertTrue(said.containsKey(id.asText()), memory::toString));
        }
        assertTrue(sourcesOf(memories, "UTC").contains("demo-1-11"), memories::toString);
        assertTrue(sourcesOf(memories, "short answers").contains("demo-1-05"), memories::toString);
    }

    private static List<String> sourcesOf(JsonNode memories, String words) {
        return memories.valueStream()
                .filter(memory -> memory.path("content").asText().contains(words))
                .flatMap(memory -> memory.path("clientTurnIds").valueStream().map(JsonNode::asText))
                .toList();
    }

    @Test
    void startsTheNextSessionWithPreferencesAndDecisionsWithinTheBudget() {
        JsonNode context = fourth.path("context");
        String text = context.path("text").asText();

        assertTrue(text.startsWith("<kept-context "), text);
        assertTrue(text.strip().endsWith("</kept-context>"), text);
        assertTrue(text.contains("short answers"), text);
        assertTrue(text.contains("UTC"), text);
        assertTrue(text.contains("queue table"), text);
        assertTrue(context.path("tokens").asInt() > 0);
        assertTrue(context.path("tokens").asInt() <= BUDGET);
        int words = text.split("\\s+").length;
        assertTrue(words <= BUDGET, "more words than tokens: " + words);
        for (JsonNode section : context.path("sections")) {
            for (JsonNode item : section.path("items")) {
                assertFalse(item.path("why").asText().isBlank());
            }
        }
    }

    @Test
    void leavesTheSupersededDecisionOut() {
        JsonNode superseded = memories("&status=superseded");
        JsonNode old = superseded
                .valueStream()
                .filter(memory -> memory.path("content").asText().contains("Celery"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Celery was not superseded: " + memories("") + superseded));

        assertFalse(old.path("supersededBy").isNull(), old::toString);
        assertFalse(old.path("validTo").isNull(), old::toString);
        Set<String> inContext = fourth.at("/context/sections")
                .valueStream()
                .flatMap(section -> Json.texts(section.path("items"), "id"))
                .collect(Collectors.toSet());
        assertFalse(inContext.contains(old.path("memoryId").asText()), fourth::toString);
        assertFalse(foundBy("{\"query\":\"Celery with Redis\",\"kinds\":[\"memory\"]}")
                .contains(old.path("memoryId").asText()));
    }

    @Test
    void takesNoOrdersFromAPageThatATooolRead() {
        assertFalse(memories("").toString().contains(".npmrc"));
        assertFalse(fourth.at("/context/sections")
                .valueStream()
                .filter(section -> section.path("name").asText().matches("preferences|decisions|patterns"))
                .toList()
                .toString()
                .contains(".npmrc"));
    }

    @Test
    void givesTheSameContextForTheSameStateAndKeepsItsVersions() {
        Client other = stack.user("steady");
        other.post("/v1/memories", "{\"content\":\"I prefer tea over coffee.\",\"projectId\":\"galley\"}")
                .expect(201);
        String request = "{\"projectId\":\"galley\",\"query\":\"what to drink\"}";
        Reply first = other.post("/v1/context", request).expect(201);
        Reply second = other.post("/v1/context", request).expect(201);
        assertEquals(first.text("text"), second.text("text"));
        assertEquals(first.text("contextId"), second.text("contextId"));
        assertEquals(1, second.json().path("version").asInt());

        other.post("/v1/memories", "{\"content\":\"We decided to drink cocoa at night.\",\"projectId\":\"galley\"}")
                .expect(201);
        Reply third = other.post("/v1/context", request).expect(201);
        assertEquals(first.text("contextId"), third.text("contextId"));
        assertEquals(2, third.json().path("version").asInt());
        String stored = "/v1/contexts/" + first.text("contextId");
        assertEquals(
                first.text("text"),
                other.get(stored + "/versions/1").expect(200).text("text"));
        assertEquals(third.text("text"), other.get(stored).expect(200).text("text"));
        assertEquals(
                2,
                other.get(stored + "/versions").expect(200).json().path("items").size());
    }

    @Test
    void showsNothingToAnotherUser() {
        Client other = stack.user("stranger");
        for (String list : List.of("/v1/memories", "/v1/turns", "/v1/sessions")) {
            assertEquals(
                    0,
                    other.get(list + "?projectId=" + PROJECT)
                            .expect(200)
                            .json()
                            .path("items")
                            .size());
        }
        JsonNode found = other.post("/v1/search", "{\"query\":\"Celery queue table UTC\",\"limit\":100}")
                .expect(200)
                .json();
        assertEquals(0, found.path("results").size());
        JsonNode started = other.post(
                        "/v1/sessions", Json.object("{\"context\":{}}").put("projectId", PROJECT))
                .expect(201)
                .json();
        assertEquals(
                0,
                started.at("/context/sections")
                        .valueStream()
                        .mapToInt(it -> it.path("items").size())
                        .sum());
        assertTrue(started.path("suggestedParent").isNull());
    }

    @Test
    void findsWhatWasWrittenAtTheVeryNextRequest() {
        Client writer = stack.user("writer");
        writer.post("/v1/sessions", "{\"sessionId\":\"log\",\"projectId\":\"log\"}")
                .expect(201);
        var missed = new ArrayList<String>();
        for (int i = 0; i < PAIRS; i++) {
            String name = name(i);
            String memory = writer.post(
                            "/v1/memories", Json.object("{}").put("content", "The buoy " + name + " marks a wreck."))
                    .expect(201)
                    .text("memoryId");
            if (!foundBy(writer, "{\"query\":\"buoy " + name + "\",\"kinds\":[\"memory\"],\"limit\":5}")
                    .contains(memory)) {
                missed.add("memory " + name);
            }
            ObjectNode turns = Json.object("{}");
            turns.putArray("turns")
                    .addObject()
                    .put("role", "user")
                    .put("content", "Saw the lantern " + name + " blink twice.");
            String turn = writer.post("/v1/sessions/log/turns", turns)
                    .expect(202)
                    .json()
                    .at("/turns/0/turnId")
                    .asText();
            if (!foundBy(writer, "{\"query\":\"lantern " + name + "\",\"kinds\":[\"turn\"],\"limit\":5}")
                    .contains(turn)) {
                missed.add("turn " + name);
            }
        }
        assertEquals(List.of(), missed);
    }

    private static String name(int i) {
        return List.of("Alva", "Berit", "Cato", "Dagny", "Eskil").get(i % 5)
                + List.of("holm", "vik", "nes", "sund", "fjord", "skar", "grund", "udden", "kobb", "hamn")
                        .get(i / 5);
    }

    private List<String> foundBy(String search) {
        return foundBy(user, search);
    }

    private static List<String> foundBy(Client client, String search) {
        Reply reply = client.post("/v1/search", search).expect(200);
        return Json.texts(reply.json().path("results"), "id").toList();
    }

    @Test
    void changesRatesAndForgetsMemories() {
        Client owner = stack.user("owner");
        Reply told = owner.post("/v1/memories", "{\"content\":\"The tide table hangs in the galley.\"}")
                .expect(201);
        String path = "/v1/memories/" + told.text("memoryId");
        assertEquals("\"1\"", told.header("etag").orElseThrow());
        String search = "{\"query\":\"where is the tide table\",\"kinds\":[\"memory\"]}";

        Reply changed = owner.send(Call.of("PATCH", path)
                        .body("{\"content\":\"The tide table hangs on the bridge.\",\"importance\":0.9}")
                        .header("If-Match", "\"1\""))
                .expect(200);
        assertEquals("\"2\"", changed.header("etag").orElseThrow());
        assertTrue(changed.json().path("overrides").toString().contains("importance"));
        owner.send(Call.of("PATCH", path).body("{\"importance\":0.1}").header("If-Match", "1"))
                .expectProblem(412, "version-race", "");
        assertTrue(owner.post("/v1/search", search).body().contains("on the bridge"));

        Reply rated = owner.post(path + "/feedback", "{\"signal\":\"useful\",\"comment\":\"found it there\"}")
                .expect(200);
        JsonNode history = owner.get(path + "/history").expect(200).json().path("items");
        assertEquals(
                rated.json().path("version").asLong(), history.at("/0/version").asLong());
        assertEquals(owner.userId(), history.at("/0/by").asText());
        assertEquals(
                "The tide table hangs in the galley.",
                history.valueStream().toList().getLast().at("/memory/content").asText());

        assertTrue(foundBy(owner, search).contains(told.text("memoryId")));
        owner.send(Call.of("DELETE", path).header("If-Match", "1")).expectProblem(412, "version-race", "");
        owner.delete(path).expect(204);
        assertEquals(List.of(), foundBy(owner, search));
        owner.get(path).expectProblem(404, "not-found", "");
        owner.get(path + "/history").expectProblem(404, "not-found", "");

        String wrong = owner.post("/v1/memories", "{\"content\":\"The ferry sails at noon.\"}")
                .expect(201)
                .text("memoryId");
        owner.post("/v1/memories/" + wrong + "/feedback", "{\"signal\":\"wrong\"}")
                .expect(200);
        assertEquals(List.of(), foundBy(owner, "{\"query\":\"when does the ferry sail\"}"));
        assertEquals(
                "quarantined", owner.get("/v1/memories/" + wrong).expect(200).text("status"));
    }

    @Test
    void doesABatchItemByItem() {
        Client owner = stack.user("batch");
        String first = owner.post("/v1/memories", "{\"content\":\"Pier one is closed.\"}")
                .expect(201)
                .text("memoryId");
        String second = owner.post("/v1/memories", "{\"content\":\"Pier two is open.\"}")
                .expect(201)
                .text("memoryId");
        JsonNode items = owner.post("/v1/memories/batch", """
                        {"operations":[
                          {"op":"create","memory":{"content":"Pier three is new."}},
                          {"op":"update","memoryId":"%s","version":1,"memory":{"content":"Pier one is open."}},
                          {"op":"update","memoryId":"%s","version":7,"memory":{"pinned":true}},
                          {"op":"delete","memoryId":"%s"},
                          {"op":"delete","memoryId":"m_nobody"},
                          {"op":"create","memory":{"content":" "}}]}""".formatted(first, second, second))
                .expect(200)
                .json()
                .path("items");
        assertEquals(
                "[201, 200, 412, 204, 404, 400]",
                items.valueStream()
                        .map(item -> item.path("status").asText())
                        .toList()
                        .toString());
        assertEquals("content", items.at("/5/problem/field").asText());
        assertEquals(
                Set.of("Pier three is new.", "Pier one is open."),
                Json.texts(owner.get("/v1/memories").json().path("items"), "content")
                        .collect(Collectors.toSet()));
    }

    @Test
    void forgetsADeletedSessionAtTheVeryNextRequest() {
        Client owner = stack.user("forgetful");
        owner.post("/v1/sessions", "{\"sessionId\":\"gone\",\"projectId\":\"gone\"}")
                .expect(201);
        Reply added = owner.post(
                        "/v1/sessions/gone/turns",
                        "{\"turns\":[{\"role\":\"user\",\"content\":\"The anchor chain is rusty.\"}]}")
                .expect(202);
        owner.await(added.text("operationId"));
        String search = "{\"query\":\"anchor chain\",\"kinds\":[\"turn\"]}";
        assertEquals(1, foundBy(owner, search).size());
        owner.delete("/v1/sessions/gone").expect(204);
        assertEquals(List.of(), foundBy(owner, search));
        owner.get("/v1/sessions/gone").expectProblem(404, "not-found", "");
        assertEquals(
                0,
                owner.get("/v1/turns?projectId=gone")
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
    }

    @Test
    void pagesThroughListsWithoutLossOrRepetition() {
        Client owner = stack.user("pages");
        owner.post("/v1/sessions", "{\"sessionId\":\"many\",\"projectId\":\"many\"}")
                .expect(201);
        for (int i = 0; i < 7; i++) {
            owner.post("/v1/memories", Json.object("{\"projectId\":\"told\"}").put("content", "Memory " + i))
                    .expect(201);
            ObjectNode turns = Json.object("{}");
            turns.putArray("turns")
                    .addObject()
                    .put("id", "t" + i)
                    .put("role", "user")
                    .put("content", "Turn " + i);
            owner.post("/v1/sessions/many/turns", turns).expect(202);
        }
        assertEquals(
                List.of("Memory 6", "Memory 5", "Memory 4", "Memory 3", "Memory 2", "Memory 1", "Memory 0"),
                allPages(owner, "/v1/memories?projectId=told", "content"));
        List<String> turns = List.of("t0", "t1", "t2", "t3", "t4", "t5", "t6");
        assertEquals(turns, allPages(owner, "/v1/sessions/many/turns?", "id"));
        assertEquals(turns, allPages(owner, "/v1/turns?projectId=many", "id"));
    }

    private static List<String> allPages(Client client, String path, String field) {
        var all = new ArrayList<String>();
        String cursor = "";
        do {
            JsonNode page = client.get(path + "&limit=3" + cursor).expect(200).json();
            assertTrue(page.path("items").size() <= 3);
            all.addAll(Json.texts(page.path("items"), field).toList());
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        return all;
    }

    @Test
    void keepsNoSecretAnywhere() {
        List<String> secrets =
                List.of("AKIAQ3EGTRX7ZJ5WBMNP", "gangway-Otter-9917", "4539 1488 0343 6467", "sealion-4471");
        Client owner = stack.user("secretive");
        owner.post("/v1/sessions", """
                        {"sessionId":"s","projectId":"p","title":"Key AKIAQ3EGTRX7ZJ5WBMNP",
                         "metadata":{"dsn":"postgres://booking:sealion-4471@db.example.org/booking"}}""").expect(201);
        Reply added = owner.post("/v1/sessions/s/turns", """
                        {"turns":[
                          {"role":"user","speaker":"AKIAQ3EGTRX7ZJ5WBMNP","content":"Our AWS key is AKIAQ3EGTRX7ZJ5WBMNP.",
                           "metadata":{"env":["AWS_ACCESS_KEY_ID=AKIAQ3EGTRX7ZJ5WBMNP"]}},
                          {"role":"user","content":"The password for the staging server is gangway-Otter-9917, always use it."},
                          {"role":"user","content":"Pay with card 4539 1488 0343 6467, we decided to use that one."},
                          {"role":"tool","content":"DATABASE_URL=postgres://booking:sealion-4471@db.example.org:5433/booking"}]}""").expect(202);
        owner.await(added.text("operationId"));
        String told = owner.post("/v1/memories", """
                        {"content":"The AWS key is AKIAQ3EGTRX7ZJ5WBMNP.","tags":["AKIAQ3EGTRX7ZJ5WBMNP"],
                         "entities":["AKIAQ3EGTRX7ZJ5WBMNP"],"metadata":{"k":"AKIAQ3EGTRX7ZJ5WBMNP"}}""").expect(201).text("memoryId");
        String comment = "{\"signal\":\"useful\",\"comment\":\"password: gangway-Otter-9917\"}";
        owner.post("/v1/memories/" + told + "/feedback", comment).expect(200);
        owner.send(Call.of("PATCH", "/v1/sessions/s").body("{\"title\":\"password: gangway-Otter-9917\"}"))
                .expect(200);
        Reply ended = owner.post("/v1/sessions/s/end", "{\"summary\":\"We use password: gangway-Otter-9917 there.\"}")
                .expect(202);
        owner.await(ended.text("operationId"));
        owner.post("/v1/documents", """
                        {"title":"Keys AKIAQ3EGTRX7ZJ5WBMNP","uri":"https://wiki.example.org/?password=gangway-Otter-9917",
                         "content":"The database is postgres://booking:sealion-4471@db.example.org/booking."}""").expect(201);
        owner.post("/v1/search", "{\"query\":\"who has AKIAQ3EGTRX7ZJ5WBMNP?\",\"tags\":[\"AKIAQ3EGTRX7ZJ5WBMNP\"]}")
                .expect(200);
        Reply asked = owner.post("/v1/context", "{\"query\":\"is AKIAQ3EGTRX7ZJ5WBMNP our key?\"}")
                .expect(201);
        refusesIdsThatHoldASecret(owner);

        var seen = new HashMap<String, String>();
        for (String path : List.of(
                "/v1/sessions",
                "/v1/turns",
                "/v1/memories",
                "/v1/sessions/s",
                "/v1/sessions/s/turns",
                "/v1/documents",
                "/v1/contexts/" + asked.text("contextId"),
                "/v1/contexts/" + asked.text("contextId") + "/export",
                "/v1/memories/" + told + "/history")) {
            seen.put(path, owner.get(path).expect(200).body());
        }
        for (String query : List.of("AWS key", "password staging server", "card number", "database url")) {
            seen.put(
                    "search " + query,
                    owner.post("/v1/search", Json.object("{\"limit\":100}").put("query", query))
                            .expect(200)
                            .body());
        }
        seen.put(
                "context",
                owner.post("/v1/context", "{\"projectId\":\"p\",\"query\":\"keys and passwords\"}")
                        .expect(201)
                        .body());
        seen.put(
                "recovery",
                owner.post("/v1/sessions/s/recover", "{}").expect(200).body());
        seen.put(
                "demo",
                user.get("/v1/turns?limit=100&projectId=" + PROJECT).expect(200).body());
        seen.put("demo's memories", memories("").toString());
        seen.put("logs", stack.logs());
        for (String secret : secrets) {
            seen.forEach((where, text) -> assertFalse(text.contains(secret), () -> secret + " is in " + where));
        }
    }

    /// The error names the field and not the secret, and neither does the log.
    private static void refusesIdsThatHoldASecret(Client owner) {
        refuses(owner, "sessionId", Call.of("POST", "/v1/sessions").body("{\"sessionId\":\"s-AKIAQ3EGTRX7ZJ5WBMNP\"}"));
        refuses(owner, "projectId", Call.of("POST", "/v1/sessions").body("{\"projectId\":\"AKIAQ3EGTRX7ZJ5WBMNP\"}"));
        refuses(
                owner,
                "turns[0].id",
                Call.of("POST", "/v1/sessions/s/turns")
                        .body("{\"turns\":[{\"id\":\"AKIAQ3EGTRX7ZJ5WBMNP\",\"role\":\"user\",\"content\":\"x\"}]}"));
        refuses(
                owner,
                "projectId",
                Call.of("POST", "/v1/memories").body("{\"content\":\"x\",\"projectId\":\"AKIAQ3EGTRX7ZJ5WBMNP\"}"));
        refuses(
                owner,
                "projectId",
                Call.of("PUT", "/v1/extraction/settings?projectId=AKIAQ3EGTRX7ZJ5WBMNP")
                        .body("{\"extraction\":\"off\"}"));
        refuses(
                owner,
                "ignore[0]",
                Call.of("PUT", "/v1/extraction/rules").body("{\"ignore\":[\"password: gangway-Otter-9917\"]}"));
        refuses(
                owner,
                "text",
                Call.of("PUT", "/v1/templates/mine").body("{\"text\":\"password: gangway-Otter-9917\"}"));
        owner.send(Call.of("POST", "/v1/search").body("{\"AKIAQ3EGTRX7ZJ5WBMNP\":1,\"query\":\"x\"}"))
                .expect(400);
    }

    private static void refuses(Client owner, String field, Call call) {
        Reply refused = owner.send(call).expect(400);
        assertEquals(field, refused.text("field"));
        assertFalse(refused.body().contains("AKIAQ3EGTRX7ZJ5WBMNP"));
    }

    @Test
    void logsNothingThatWasSaid() {
        String logs = stack.logs();
        for (String words : List.of("Skerry Ferries", "short answers", "SKIP LOCKED", "ISO-8859-1")) {
            assertFalse(logs.contains(words), words);
        }
    }
}
