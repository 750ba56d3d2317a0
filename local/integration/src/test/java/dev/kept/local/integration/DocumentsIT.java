package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Documents from the outside: kept once, searched at once with memories and turns, replaced and removed as a whole.
@OnTheStack
final class DocumentsIT {
    private final Stack stack;

    DocumentsIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void isFoundAtOnceWithItsSourceAmongMemoriesAndTurns() {
        Client user = stack.user("reader");
        user.post("/v1/memories", "{\"content\":\"The icebreaker Otso is older than the quay.\"}")
                .expect(201);
        JsonNode kept = keep(
                        user,
                        "Icebreaker handbook",
                        "# Handbook\n\nWhat everyone needs to know.\n\n## Departure\n\nOtso leaves at dawn.",
                        "https://wiki.example.org/otso")
                .expect(201)
                .json();
        assertEquals("markdown", kept.path("format").asText());
        assertEquals(1, kept.path("version").asInt());
        JsonNode results = search(user, "{\"query\":\"when does the icebreaker Otso leave\"}");
        assertEquals(
                List.of("document", "memory"),
                Json.texts(results, "kind").sorted().toList());
        JsonNode found = results.valueStream()
                .filter(result -> result.path("kind").asText().equals("document"))
                .findFirst()
                .orElseThrow();
        assertEquals(kept.path("documentId"), found.path("documentId"));
        assertEquals("Icebreaker handbook", found.path("title").asText());
        assertEquals("https://wiki.example.org/otso", found.path("uri").asText());
        assertEquals(0, found.path("position").asInt());
        assertEquals(
                List.of("document"),
                Json.texts(search(user, "{\"query\":\"Otso\",\"kinds\":[\"document\"]}"), "kind")
                        .toList());
        JsonNode whole = user.get(path(kept)).expect(200).json();
        assertEquals(found.path("id"), whole.at("/chunks/0/id"));
        assertTrue(whole.path("content").asText().endsWith("at dawn."));
        user.post("/v1/context", "{\"query\":\"when does Otso leave\"}").expect(201);
    }

    @Test
    void changesAsAWholeUnderItsUri() {
        Client user = stack.user("editor");
        JsonNode first = keep(user, "Tariff", "A crossing costs four crowns.", "file:tariff.txt")
                .expect(201)
                .json();
        assertEquals(
                first,
                keep(user, "Tariff", "A crossing costs four crowns.", "file:tariff.txt")
                        .expect(200)
                        .json());
        assertEquals(
                first,
                keep(user, "Tariff", "A crossing costs four crowns.", "file:copy.txt")
                        .expect(200)
                        .json());
        JsonNode second = keep(user, "Tariff", "A crossing costs nine crowns.", "file:tariff.txt")
                .expect(201)
                .json();
        assertEquals(first.path("documentId"), second.path("documentId"));
        assertEquals(2, second.path("version").asInt());
        assertEquals(List.of("A crossing costs nine crowns."), contents(user, "what does a crossing cost"));
        assertEquals(
                1,
                user.get("/v1/documents?uri=file:tariff.txt")
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        assertEquals(
                0,
                user.get("/v1/documents?uri=file:copy.txt")
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        user.delete(path(first)).expect(204);
        assertEquals(List.of(), contents(user, "what does a crossing cost"));
        user.get(path(first)).expectProblem(404, "not-found", "");
        user.delete(path(first)).expectProblem(404, "not-found", "");
        keep(user, "Tariff", "A crossing costs four crowns.", "file:tariff.txt").expect(201);
        assertEquals(List.of("A crossing costs four crowns."), contents(user, "what does a crossing cost"));
    }

    @Test
    void takesADocumentOfHundredsOfChunks() {
        Client user = stack.user("archivist");
        JsonNode kept = keep(user, "Logbook", logbook("schooner"), "file:logbook.txt")
                .expect(201)
                .json();
        assertTrue(kept.path("chunkCount").asInt() >= 300, kept::toString);
        assertFound(user, "schooner number 2799", "schooner number 2799 ");
        assertFound(user, "schooner number 3", "schooner number 3 ");
        assertEquals(
                kept.path("chunkCount").asInt(),
                user.get(path(kept)).expect(200).json().path("chunks").size());
        keep(user, "Logbook", logbook("barque"), "file:logbook.txt").expect(201);
        assertFound(user, "barque number 2799", "barque number 2799 ");
        assertFalse(contents(user, "schooner number 2799").stream().anyMatch(content -> content.contains("schooner")));
        user.delete(path(kept)).expect(204);
        assertEquals(List.of(), contents(user, "barque number 2799"));
    }

    @Test
    void showsHowADocumentWouldBeCutAndKeepsNothing() {
        Client user = stack.user("previewer");
        ObjectNode document = Json.object("{\"title\":\"Plan\",\"format\":\"code\",\"language\":\"java\"}");
        document.put("content", "class A {\n    String key = \"AKIAIOSFODNN7EXAMPLE\";\n}\n");
        JsonNode preview =
                user.post("/v1/documents/preview", document).expect(200).json();
        assertEquals(1, preview.path("chunkCount").asInt());
        assertFalse(preview.toString().contains("AKIAIOSFODNN7EXAMPLE"));
        assertEquals(
                0, user.get("/v1/documents").expect(200).json().path("items").size());
        assertEquals(List.of(), contents(user, "class A"));
    }

    @Test
    void belongsToItsUserAlone() {
        Client owner = stack.user("owner-of-documents");
        Client other = stack.user("other-reader");
        JsonNode kept = keep(owner, "Secret cove", "The cove lies north of the lighthouse.", "file:cove")
                .expect(201)
                .json();
        other.get(path(kept)).expectProblem(404, "not-found", "");
        other.delete(path(kept)).expectProblem(404, "not-found", "");
        assertEquals(List.of(), contents(other, "where is the cove"));
        assertEquals(
                0, other.get("/v1/documents").expect(200).json().path("items").size());
        keep(other, "Secret cove", "The cove lies north of the lighthouse.", "file:cove")
                .expect(201);
    }

    private static void assertFound(Client user, String query, String text) {
        assertTrue(contents(user, query).stream().anyMatch(content -> content.contains(text)), query);
    }

    private static String logbook(String ship) {
        return IntStream.range(0, 2_800)
                .mapToObj(i ->
                        "On this day " + ship + " number " + i + " was seen off the coast, heading for the harbour "
                                + "with a fair wind and a cargo of timber and salt.")
                .collect(Collectors.joining("\n\n"));
    }

    private static Reply keep(Client user, String title, String content, String uri) {
        return user.post(
                "/v1/documents",
                Json.object("{}").put("title", title).put("content", content).put("uri", uri));
    }

    private static String path(JsonNode document) {
        return "/v1/documents/" + document.path("documentId").asText();
    }

    private static List<String> contents(Client user, String query) {
        JsonNode results = search(
                user,
                Json.object("{\"kinds\":[\"document\"]}").put("query", query).toString());
        return Json.texts(results, "content").toList();
    }

    private static JsonNode search(Client user, String body) {
        return user.post("/v1/search", body).expect(200).json().path("results");
    }
}
