package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The stack loses its search node, and then what the node had stored.
@OnTheStack
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SearchOutageIT {
    private final Stack stack;
    private final Client user;

    SearchOutageIT(Stack stack) {
        this.stack = stack;
        this.user = stack.user("outage");
    }

    @BeforeAll
    void keepSomethingBefore() {
        remember("The harbour master keeps the tide tables in a green binder.");
        Await.until("the index holds it", () -> found("tide tables").filter(reply -> !degraded(reply)));
    }

    @Test
    @Order(1)
    void writesAndSearchesGoOnWithoutTheNode() throws InterruptedException {
        stack.stopServer("opensearch");
        remember("The pilot boat is moored behind the fish market.");
        for (String query : List.of("pilot boat", "tide tables")) {
            JsonNode reply = found(query).orElseThrow(() -> new AssertionError(query + " is not found"));
            assertTrue(degraded(reply), reply::toString);
        }
    }

    @Test
    @Order(2)
    void catchesUpWhenTheNodeIsBack() throws InterruptedException {
        stack.startServer("opensearch");
        Await.until("the index holds both", () -> {
            stack.invoke("maintenance", "{\"job\":\"reconcile\"}");
            return Optional.of(stack.indexed(user)).filter(count -> count == 2);
        });
        Await.until("search asks the index again", () -> found("pilot boat").filter(reply -> !degraded(reply)));
    }

    @Test
    @Order(3)
    void rebuildsTheIndexFromTheRecords() throws InterruptedException, IOException {
        stack.stopServer("opensearch");
        delete(stack.searchData());
        stack.startServer("opensearch");
        assertTrue(found("tide tables").filter(SearchOutageIT::degraded).isPresent(), "nothing is lost meanwhile");
        reindex();
        assertEquals(2, stack.indexed(user));
        Await.until("search asks the index again", () -> found("tide tables").filter(reply -> !degraded(reply)));
        assertFalse(found("pilot boat").isEmpty());
    }

    /// Worse than a node that is gone: each search could wait for its timeout.
    @Test
    @Order(4)
    void searchesAreHeldUpByASilentNodeOnlyAtFirst() throws InterruptedException, IOException {
        stack.stopServer("opensearch");
        try (var _ = silence(URI.create(stack.endpointOfSearch()))) {
            List<Long> tookMs = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                JsonNode reply = found("tide tables").orElseThrow(() -> new AssertionError("not found"));
                assertTrue(degraded(reply), reply::toString);
                tookMs.add(reply.path("tookMs").asLong());
            }
            long heldUp = tookMs.stream().filter(took -> took >= 1_000).count();
            assertTrue(heldUp <= 4, tookMs::toString);
        } finally {
            stack.startServer("opensearch");
        }
        Await.until("search asks the index again", () -> found("tide tables").filter(reply -> !degraded(reply)));
    }

    /// Takes connections where the node was, and answers none.
    private static ServerSocket silence(URI node) {
        return Await.until("the node's port is free", () -> {
            try {
                return Optional.of(new ServerSocket(node.getPort(), 50, InetAddress.getLoopbackAddress()));
            } catch (IOException _) {
                return Optional.empty();
            }
        });
    }

    private void reindex() {
        String cursor = "null";
        do {
            JsonNode page = Json.read(stack.invoke("maintenance", "{\"job\":\"reindex\",\"cursor\":" + cursor + "}"));
            cursor = page.has("cursor") ? page.path("cursor").toString() : "null";
        } while (!cursor.equals("null"));
    }

    private void remember(String content) {
        user.post("/v1/memories", Json.object("{}").put("content", content)).expect(201);
    }

    private Optional<JsonNode> found(String query) {
        JsonNode reply = user.post("/v1/search", Json.object("{}").put("query", query))
                .expect(200)
                .json();
        return Optional.of(reply)
                .filter(it ->
                        it.path("results").path(0).path("content").asText().contains(query));
    }

    private static boolean degraded(JsonNode reply) {
        return reply.path("degraded").asBoolean();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
