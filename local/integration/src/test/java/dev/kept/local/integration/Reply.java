package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request was answered with.
record Reply(Call call, int status, Map<String, List<String>> headers, String body) {

    private static final int SHOWN = 600;

    Reply expect(int wanted) {
        assertEquals(wanted, status, this::toString);
        return this;
    }

    JsonNode json() {
        return Json.read(body);
    }

    String text(String field) {
        return json().path(field).asText();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    /// @param type without its prefix
    /// @param field the field at fault; empty where the whole request is
    void expectProblem(int wanted, String type, String field) {
        expect(wanted);
        JsonNode problem = json();
        assertAll(
                toString(),
                () -> assertEquals(
                        "application/problem+json", header("content-type").orElse("")),
                () -> assertEquals(
                        "urn:kept:problem:" + type, problem.path("type").asText()),
                () -> assertEquals(wanted, problem.path("status").asInt()),
                () -> assertFalse(problem.path("title").asText().isBlank(), "title"),
                () -> assertFalse(problem.path("detail").asText().isBlank(), "detail"),
                () -> assertFalse(problem.path("requestId").asText().isBlank(), "requestId"),
                () -> assertEquals(field, fieldAtFault(), "field"));
    }

    String fieldAtFault() {
        return json().path("field").isNull() ? "" : text("field");
    }

    void expectInvalid(String field) {
        expectProblem(400, "invalid-request", field);
    }

    @Override
    public String toString() {
        String sent = call.body().map(text -> " " + shortened(text)).orElse("");
        return call + sent + " -> " + status + " " + shortened(body);
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
