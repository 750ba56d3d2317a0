package dev.kept.runtime.http;

import java.util.Map;
import java.util.TreeMap;

/// What a route answers.
///
/// @param body written as JSON; ignored with status 204
public record Reply(int status, Object body, Map<String, String> headers) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply ok(Object body) {
        return new Reply(200, body, Map.of());
    }

    public static Reply created(Object body) {
        return new Reply(201, body, Map.of());
    }

    public static Reply accepted(Object body) {
        return new Reply(202, body, Map.of());
    }

    public static Reply noContent() {
        return new Reply(204, "", Map.of());
    }

    /// Adds the record's version, which a later update hands back in `If-Match`.
    public Reply version(long version) {
        return header("ETag", "\"" + version + "\"");
    }

    public Reply header(String name, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(name, value);
        return new Reply(status, body, all);
    }
}
