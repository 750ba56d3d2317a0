package dev.kept.runtime.http;

import java.util.Map;
import java.util.TreeMap;

/// What a route answers.
///
/// @param body written as JSON; ignored with status 204
/// @param facts for the request's log line: numbers and truths, so that no content can be among them
public record Reply(int status, Object body, Map<String, String> headers, Map<String, Object> facts) {
    public Reply {
        headers = Map.copyOf(headers);
        facts = Map.copyOf(facts);
    }

    Reply(int status, Object body, Map<String, String> headers) {
        this(status, body, headers, Map.of());
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
        return new Reply(status, body, all, facts);
    }

    /// Adds a number to the request's log line.
    public Reply telling(String fact, long number) {
        return tellingOf(fact, number);
    }

    /// Adds a truth to the request's log line.
    public Reply telling(String fact, boolean truth) {
        return tellingOf(fact, truth);
    }

    private Reply tellingOf(String fact, Object value) {
        Map<String, Object> all = new TreeMap<>(facts);
        all.put(fact, value);
        return new Reply(status, body, headers, all);
    }
}
