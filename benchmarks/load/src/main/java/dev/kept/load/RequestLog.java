package dev.kept.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A line for each request: when it was sent, how it was answered, and which ids were acknowledged. No texts and no
/// keys. Gatling's own log has no ids, and its form is not for others to read.
final class RequestLog implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedWriter file;

    RequestLog(Path file) {
        try {
            this.file = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void begin(long at) {
        write(JSON.createObjectNode().put("begin", at));
    }

    /// @param at when it was sent
    /// @param status 0 where there was no answer
    record Request(long at, String kind, int status, int millis, int user, String sessionId) {}

    void add(Request request, String body) {
        ObjectNode line = JSON.createObjectNode()
                .put("at", request.at())
                .put("kind", request.kind())
                .put("status", request.status())
                .put("millis", request.millis())
                .put("user", request.user())
                .put("session", request.sessionId());
        if (request.status() / 100 == 2) {
            addAcknowledged(line, read(body));
        }
        write(line);
    }

    private static void addAcknowledged(ObjectNode line, JsonNode reply) {
        JsonNode context = reply.has("context") ? reply.path("context") : reply;
        line.put("degraded", context.path("degraded").asBoolean());
        put(line, "context", context.path("contextId"));
        put(line, "operation", reply.path("operationId"));
        ArrayNode turns = line.putArray("turns");
        reply.path("turns").forEach(turn -> turns.add(turn.path("turnId")));
    }

    private static void put(ObjectNode line, String name, JsonNode value) {
        if (value.isTextual()) {
            line.set(name, value);
        }
    }

    static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException _) {
            // What is no JSON acknowledges nothing that could be asked for.
            return JSON.createObjectNode();
        }
    }

    private synchronized void write(ObjectNode line) {
        try {
            file.write(line.toString());
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
