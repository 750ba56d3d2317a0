package dev.kept.local.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// The story that the samples tell about the user u1, on one stack. Ids that only the system can choose are put into
/// the samples on the way.
final class SampleStory {
    private static final String EARLIER_SESSION = "s_01M7YRRT808R9S0T1V2W3X4Y5Z";

    private final Stack stack;
    /// Ids in the samples, and what they are called here.
    private final Map<String, String> ids = new LinkedHashMap<>();

    SampleStory(Stack stack) {
        this.stack = stack;
        stack.administrator().post("/v1/users", "{\"userId\":\"u1\"}").expect(201);
        String start = sample("session-start/start.json")
                .replace("s_01M81AK7A03B4C5D6E7F8G9H0J", EARLIER_SESSION)
                .replace("start-1", "start-0");
        stack.invoke("session-start", start);
        String memory = sample("memories/create.json")
                .replace("memory-1", "memory-0")
                // Nothing that the turns of the samples restate: extraction runs beside them.
                .replace("Invoices are rounded half even.", "The books are closed on the fifth working day.")
                .replace("s_01M81AK7A03B4C5D6E7F8G9H0J", EARLIER_SESSION);
        ids.put(
                "m_01M81B5J783X1V9T7R5P3M1K9H",
                body(stack.invoke("memories", memory)).path("memoryId").asText());
    }

    /// The reply of the function whose folder the sample is in.
    ///
    /// @throws dev.kept.local.stack.StackFailed where it fails
    String send(String name) {
        String event = sample(name);
        for (Map.Entry<String, String> id : ids.entrySet()) {
            event = event.replace(id.getKey(), id.getValue());
        }
        String reply = stack.invoke(name.substring(0, name.indexOf('/')), event);
        learn(name, reply);
        return reply;
    }

    private static String sample(String name) {
        return Repository.text(Repository.file("events").resolve(name));
    }

    private static JsonNode body(String reply) {
        return Json.read(Json.read(reply).path("body").asText());
    }

    private void learn(String name, String reply) {
        switch (name) {
            case "turns/add.json" ->
                ids.put(
                        "o_01M81B5H809V7T5R3P1M9K7H5F",
                        body(reply).path("operationId").asText());
            case "memories/create.json" ->
                ids.put(
                        "m_01M81B5J783X1V9T7R5P3M1K9K",
                        body(reply).path("memoryId").asText());
            case "documents/keep.json" ->
                ids.put(
                        "d_01M81B5J783X1V9T7R5P3M1K9H",
                        body(reply).path("documentId").asText());
            case "context/build.json" ->
                ids.put(
                        "c_01M81B7BV00W8T6R4P2M0K8H6F",
                        body(reply).path("contextId").asText());
            case "users/create-key.json" -> {
                String keyId = body(reply).path("keyId").asText();
                ids.put("/v1/api-keys/k2", "/v1/api-keys/" + keyId);
                ids.put("\"keyId\": \"k2\"", "\"keyId\": \"" + keyId + "\"");
            }
            default -> {
                // Nothing of it is named by a later sample.
            }
        }
    }
}
