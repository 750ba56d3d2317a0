package dev.kept.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plays the part of the HTTP API that the programs use: keeps sessions and turns, and makes one memory of each user's
/// turn when its session ends.
final class FakeKept implements AutoCloseable {
    private static final Pattern SESSION = Pattern.compile("/v1/sessions/([^/]+)(/end|/turns)?");
    private static final String KEY = "key-of-local";

    private final HttpServer server;
    private final Map<String, ObjectNode> sessions = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> turns = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private int failures;
    private String operationStatus = "succeeded";

    FakeKept() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    StackFile stackFile() {
        return new StackFile("http://127.0.0.1:" + server.getAddress().getPort(), "key-of-admin", KEY);
    }

    KeptApi api() {
        return new KeptApi(stackFile(), _ -> {});
    }

    FakeKept failingFirst(int count) {
        failures = count;
        return this;
    }

    FakeKept failingToExtract() {
        operationStatus = "failed";
        return this;
    }

    List<String> sessionIds() {
        return List.copyOf(sessions.keySet());
    }

    List<JsonNode> turnsOf(String sessionId) {
        return turns.getOrDefault(sessionId, List.of());
    }

    long count(String request) {
        return requests.stream().filter(request::equals).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            if (failures > 0) {
                failures--;
                exchange.getResponseHeaders().add("Retry-After", "1");
                reply(exchange, 503, problem("dynamodb is unavailable"));
            } else if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                reply(exchange, 401, problem("no valid key"));
            } else {
                route(exchange, path);
            }
        }
    }

    private void route(HttpExchange exchange, String path) throws IOException {
        Matcher session = SESSION.matcher(path);
        if (path.equals("/v1/sessions")) {
            start(exchange);
        } else if (path.equals("/v1/memories")) {
            memories(exchange);
        } else if (path.startsWith("/v1/operations/")) {
            operation(exchange);
        } else if (session.matches()) {
            session(exchange, session.group(1), session.group(2) == null ? "" : session.group(2));
        } else {
            reply(exchange, 404, problem("no route"));
        }
    }

    private void start(HttpExchange exchange) throws IOException {
        JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody());
        String id = body.path("sessionId").asText("s_" + (sessions.size() + 1));
        if (sessions.containsKey(id)) {
            reply(exchange, 409, problem("session " + id + " exists already"));
            return;
        }
        ObjectNode session = Json.MAPPER.createObjectNode().put("sessionId", id).put("status", "active");
        session.set("projectId", body.path("projectId"));
        sessions.put(id, session);
        ObjectNode started = session.deepCopy();
        if (body.has("context")) {
            started.putObject("context")
                    .put("text", "<kept-context>what helps</kept-context>")
                    .put("tokens", 12)
                    .put("maxTokens", body.at("/context/maxTokens").asInt());
        }
        reply(exchange, 201, started);
    }

    private void session(HttpExchange exchange, String id, String part) throws IOException {
        if (!sessions.containsKey(id)) {
            reply(exchange, 404, problem("no session " + id));
        } else if (part.equals("/end")) {
            sessions.get(id).put("status", "ended");
            reply(exchange, 202, sessions.get(id).deepCopy().put("operationId", "o_" + id));
        } else if (part.equals("/turns") && exchange.getRequestMethod().equals("POST")) {
            add(exchange, id);
        } else if (part.equals("/turns")) {
            ObjectNode page = Json.MAPPER.createObjectNode();
            page.putArray("items").addAll(turnsOf(id));
            reply(exchange, 200, page.putNull("nextCursor"));
        } else {
            reply(exchange, 200, sessions.get(id));
        }
    }

    private void add(HttpExchange exchange, String id) throws IOException {
        List<JsonNode> known = turns.computeIfAbsent(id, _ -> new ArrayList<>());
        ObjectNode accepted = Json.MAPPER.createObjectNode();
        ArrayNode receipts = accepted.putArray("turns");
        for (JsonNode turn : Json.MAPPER.readTree(exchange.getRequestBody()).path("turns")) {
            String turnId = "t_" + id + "_" + turn.path("id").asText();
            boolean duplicate =
                    known.stream().anyMatch(one -> one.path("turnId").asText().equals(turnId));
            if (!duplicate) {
                known.add(((ObjectNode) turn).put("turnId", turnId));
            }
            receipts.addObject().put("turnId", turnId).put("status", duplicate ? "duplicate" : "accepted");
        }
        reply(exchange, 202, accepted.put("operationId", "o_turns"));
    }

    private void operation(HttpExchange exchange) throws IOException {
        ObjectNode operation = Json.MAPPER.createObjectNode().put("status", operationStatus);
        operation
                .putObject("counts")
                .put("turns", 2)
                .put("kept", 1)
                .put("merged", 0)
                .put("superseded", 0)
                .put("quarantined", 0)
                .put("redacted", 1)
                .put("rejected", 0);
        reply(exchange, 200, operation.put("error", operationStatus.equals("failed") ? "out of luck" : null));
    }

    private void memories(HttpExchange exchange) throws IOException {
        ObjectNode page = Json.MAPPER.createObjectNode();
        ArrayNode items = page.putArray("items");
        if (exchange.getRequestURI().getQuery().contains("status=active")) {
            turns.values().stream()
                    .flatMap(List::stream)
                    .filter(turn -> turn.path("role").asText().equals("user"))
                    .forEach(turn -> remember(items.addObject(), turn));
        }
        reply(exchange, 200, page.putNull("nextCursor"));
    }

    private static void remember(ObjectNode memory, JsonNode turn) {
        memory.put("type", "fact")
                .put("content", "It was said: " + turn.path("content").asText())
                .put("importance", 0.5)
                .put("origin", "extracted")
                .put("trust", "user")
                .put("status", "active")
                .putNull("validTo")
                .putArray("sourceTurnIds")
                .add(turn.path("turnId").asText());
    }

    private static ObjectNode problem(String detail) {
        return Json.MAPPER.createObjectNode().put("detail", detail).put("requestId", "r1");
    }

    private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = Json.MAPPER.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
