package dev.kept.local.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A user who has one of everything, and for each operation of the contract a request that succeeds with it.
record Household(
        Client user, Client administrator, Map<String, String> ids, String otherSessionId, String contextFile) {

    private static final String PROJECT = "harbour";
    private static final String ANOTHER_MEMORY = "anotherMemoryId";
    private static final String TEMPLATE = "{\"text\":\"{{#sections}}{{title}} {{/sections}}\"}";

    private static final String RULES = "{\"ignore\":[\"standup\"]}";

    static Household of(Stack stack, String name) {
        Client user = stack.user(name);
        String session = user.post("/v1/sessions", "{\"projectId\":\"harbour\",\"title\":\"Moorings\"}")
                .expect(201)
                .text("sessionId");
        String other = user.post("/v1/sessions", "{\"projectId\":\"harbour\",\"title\":\"Pilots\"}")
                .expect(201)
                .text("sessionId");
        String operation =
                user.post("/v1/sessions/" + session + "/turns", """
                        {"turns":[
                          {"id":"a","role":"user","content":"We decided to moor the ferries at the north quay."},
                          {"id":"b","role":"user","content":"I prefer short answers."},
                          {"id":"c","role":"assistant","content":"Noted."}]}""").expect(202).text("operationId");
        user.await(operation);
        String memory = user.post(
                        "/v1/memories", "{\"content\":\"The pilot boat is called Alva.\",\"projectId\":\"harbour\"}")
                .expect(201)
                .text("memoryId");
        String anotherMemory = user.post(
                        "/v1/memories", "{\"content\":\"Alva is painted orange.\",\"projectId\":\"harbour\"}")
                .expect(201)
                .text("memoryId");
        user.post("/v1/memories", "{\"content\":\"The crane on the east pier lifts forty tons.\"}")
                .expect(201);
        String context = user.post("/v1/context", "{\"projectId\":\"harbour\",\"query\":\"pilot boat\"}")
                .expect(201)
                .text("contextId");
        String file =
                user.get("/v1/contexts/" + context + "/export").expect(200).body();
        user.send(Call.of("PUT", "/v1/templates/berths").body(TEMPLATE)).expect(201);
        user.send(Call.of("PUT", "/v1/extraction/rules").body(RULES)).expect(200);
        Client administrator = stack.administrator();
        String key = administrator
                .post("/v1/api-keys", "{\"userId\":\"" + user.userId() + "\",\"name\":\"laptop\"}")
                .expect(201)
                .text("keyId");
        String document = user.post("/v1/documents", """
                        {"title":"Harbour guide","content":"# Guide\\n\\nThe pilot boat fetches pilots.","projectId":"harbour",
                         "uri":"file:guide.md"}""").expect(201).text("documentId");
        Map<String, String> ids = Map.ofEntries(
                Map.entry("sessionId", session),
                Map.entry("memoryId", memory),
                Map.entry(ANOTHER_MEMORY, anotherMemory),
                Map.entry("documentId", document),
                Map.entry("contextId", context),
                Map.entry("operationId", operation),
                Map.entry("userId", user.userId()),
                Map.entry("keyId", key),
                Map.entry("n", "1"),
                Map.entry("name", "berths"));
        return new Household(user, administrator, ids, other, file);
    }

    /// Who may ask for it.
    Client clientOf(Operation operation) {
        return operation.isForAdministrators() ? administrator : user;
    }

    /// A request that succeeds, with nothing in it that need not be there.
    Call call(Operation operation) {
        Call call = Call.of(operation.method(), path(operation, ids));
        call = switch (operation.id()) {
            case "listApiKeys" -> call.query("userId", user.userId());
            case "compareContextVersions" -> call.query("from", "1");
            case "getExtractionSettings", "putExtractionSettings" -> call.query("projectId", PROJECT);
            default -> call;
        };
        return operation.requestSchema().isPresent() ? call.body(body(operation.id())) : call;
    }

    /// An example of the description, about memories that there are.
    JsonNode withOwn(JsonNode example) {
        if (example.has("memoryIds") && example instanceof ObjectNode object) {
            ArrayNode own = object.deepCopy().putArray("memoryIds");
            example.path("memoryIds").forEach(_ -> own.add(newMemory()));
            return object.deepCopy().set("memoryIds", own);
        }
        return example;
    }

    private String newMemory() {
        String content = "Berth " + UUID.randomUUID() + " is free.";
        return user.post("/v1/memories", "{\"content\":\"" + content + "\"}")
                .expect(201)
                .text("memoryId");
    }

    /// The same request about something else.
    Call call(Operation operation, String parameter, String encodedValue) {
        var other = new java.util.HashMap<>(ids);
        other.put(parameter, encodedValue);
        return call(operation).path(path(operation, other));
    }

    private static String path(Operation operation, Map<String, String> ids) {
        String path = operation.path();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path;
    }

    private String body(String operationId) {
        return switch (operationId) {
            case "startSession", "endSession", "recoverSession" -> "{}";
            case "changeSession" -> "{\"title\":\"Moorings and tides\"}";
            case "linkSession" -> "{\"sessionId\":\"" + otherSessionId + "\",\"relation\":\"relates\"}";
            case "addTurns", "extract" ->
                "{\"turns\":[{\"id\":\"a\",\"role\":\"user\",\"content\":\"We decided to moor at the north quay.\"}]}";
            case "createMemory" -> "{\"content\":\"Ferries leave on the hour.\"}";
            case "changeMemory" -> "{\"pinned\":true}";
            case "changeMemories" ->
                "{\"operations\":[{\"op\":\"create\",\"memory\":{\"content\":\"The lighthouse is unmanned.\"}}]}";
            case "mergeMemories" ->
                "{\"memoryIds\":[\"" + ids.get("memoryId") + "\",\"" + ids.get(ANOTHER_MEMORY) + "\"]}";
            case "splitMemory" ->
                "{\"parts\":[{\"content\":\"The pilot boat is Alva.\"},{\"content\":\"Alva has a crew of three.\"}]}";
            case "putExtractionSettings" -> "{\"extraction\":\"on\"}";
            case "giveFeedback" -> "{\"signal\":\"useful\"}";
            case "keepDocument", "previewDocument" ->
                "{\"title\":\"Tides\",\"content\":\"High water is at noon.\",\"uri\":\"file:tides.txt\"}";
            case "search" -> "{\"query\":\"pilot boat\"}";
            case "buildContext", "previewContext" -> "{\"projectId\":\"" + PROJECT + "\",\"query\":\"pilot boat\"}";
            case "importContext" -> contextFile;
            case "putTemplate" -> TEMPLATE;
            case "putRules" -> RULES;
            case "createUser" -> "{\"userId\":\"" + user.userId() + "-guest\"}";
            case "createApiKey" -> "{\"userId\":\"" + user.userId() + "\"}";
            case "changeApiKey" -> "{\"limits\":{\"write\":{\"perSecond\":20000,\"burst\":20000}}}";
            default -> throw new AssertionError("no request known for " + operationId);
        };
    }

    /// As [#everything], where a part of it may have been deleted.
    List<String> everythingIfThere() {
        return Stream.of(
                        "/v1/sessions?limit=100",
                        "/v1/memories?limit=100",
                        "/v1/documents?limit=100",
                        "/v1/turns?limit=100")
                .map(path -> user.get(path).expect(200).body())
                .toList();
    }

    /// All that the user has, as far as anybody can see it.
    List<String> everything() {
        String id = ids.get("sessionId");
        return Stream.concat(
                        Stream.of(
                                        "/v1/sessions?limit=100",
                                        "/v1/memories?limit=100",
                                        "/v1/documents?limit=100",
                                        "/v1/turns?limit=100",
                                        "/v1/extraction/rules?versions=true",
                                        "/v1/sessions/" + id,
                                        "/v1/sessions/" + id + "/turns?limit=100",
                                        "/v1/sessions/" + id + "/chain",
                                        "/v1/contexts/" + ids.get("contextId") + "/versions",
                                        "/v1/templates",
                                        "/v1/memories/" + ids.get("memoryId") + "/history",
                                        "/v1/documents/" + ids.get("documentId"))
                                .map(path -> user.get(path).expect(200).body()),
                        Stream.of(
                                accounts("/v1/users?limit=100", "userId"),
                                accounts("/v1/api-keys?userId=" + user.userId(), "keyId")))
                .toList();
    }

    /// Other tests make users of their own meanwhile.
    private String accounts(String path, String field) {
        JsonNode items = administrator.get(path).expect(200).json().path("items");
        return Json.texts(items, field)
                .filter(id -> field.equals("keyId") || id.startsWith(user.userId()))
                .collect(Collectors.joining(","));
    }
}
