package dev.kept.local.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request before it is sent.
record Call(String method, String path, Map<String, String> headers, Optional<String> body) {

    static Call of(String method, String path) {
        return new Call(method, path, Map.of(), Optional.empty());
    }

    Call body(String newBody) {
        return new Call(method, path, headers, Optional.of(newBody));
    }

    Call body(JsonNode newBody) {
        return body(newBody.toString());
    }

    Call header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, more, body);
    }

    Call path(String newPath) {
        return new Call(method, newPath, headers, body);
    }

    Call query(String name, String encodedValue) {
        return path(path + (path.contains("?") ? "&" : "?") + name + "=" + encodedValue);
    }

    /// The body as an object that can be changed; an empty one where there is none.
    ObjectNode bodyObject() {
        return Json.object(body.orElse("{}"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
