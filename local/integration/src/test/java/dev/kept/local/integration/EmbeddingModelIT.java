package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The embedding model is changed, and changed back, while a client writes and searches without a pause.
@OwnStack
class EmbeddingModelIT {
    private static final Path HOME = Repository.file("local/integration/target/kept-models");
    private static final String BGE = "bge-small-en-v1.5-q-384";
    private static final String MINI_LM = "all-minilm-l6-v2-q-384";

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void beginWithNothing() throws IOException {
        if (Files.exists(HOME)) {
            try (Stream<Path> files = Files.walk(HOME)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void changesWhileWritesAndSearchesGoOn() throws InterruptedException {
        try (Stack before = Stack.start(options())) {
            remember(before.local(), "The pilot boat is moored behind the fish market.");
            remember(before.local(), "Tide tables hang beside the green door of the harbour office.");
            assertEquals(BGE, embeddings(before, "status").path("current").asText());
        }
        try (Stack stack = Stack.start(options().withParameter("EmbeddingModel", MINI_LM))) {
            Client user = stack.local();
            assertEquals(BGE, embeddings(stack, "status").path("current").asText());
            Thread client = Thread.ofVirtual().start(() -> writeAndSearch(user));
            try {
                change(stack, user);
            } finally {
                over.set(true);
                client.join();
            }
            assertEquals(List.of(), List.copyOf(wrong));
            assertEquals(
                    Json.tree(List.of(MINI_LM)), embeddings(stack, "status").path("kept"));
        }
    }

    private void change(Stack stack, Client user) {
        some("before the change");
        embeddings(stack, "start");
        some("while it is filled");
        JsonNode filled = embeddings(stack, "fill");
        assertEquals("ready", filled.at("/change/stage").asText());
        assertEquals(0, filled.at("/change/failed").asInt());
        assertEquals(BGE, filled.path("current").asText());

        for (String action : List.of("switch", "rollback", "switch")) {
            String current = action.equals("switch") ? MINI_LM : BGE;
            assertEquals(current, embeddings(stack, action).path("current").asText());
            some("after " + action);
            assertFindsByMeaning(user);
        }
        embeddings(stack, "finish");
        Await.until(
                "the change is over",
                () -> Optional.of(embeddings(stack, "fill")).filter(status -> !status.has("change")));
        some("after the change");
        assertFindsByMeaning(user);
    }

    /// None of these words is in the memory.
    private static void assertFindsByMeaning(Client user) {
        JsonNode found = user.post(
                        "/v1/search",
                        "{\"query\":\"where can I see the tide times\",\"mode\":\"semantic\",\"limit\":3}")
                .expect(200)
                .json();
        assertTrue(found.path("results").toString().contains("Tide tables"), found::toString);
    }

    /// Waits until the client has written and found a few more.
    private void some(String when) {
        int enough = written.get() + 5;
        Await.until(when, () -> Optional.of(written.get()).filter(count -> count >= enough));
    }

    private void writeAndSearch(Client user) {
        while (!over.get()) {
            int number = written.get();
            String id = remember(user, "Berth " + number + " is taken by the ferry number " + number + ".");
            JsonNode found = user.post("/v1/search", "{\"query\":\"ferry number " + number + "\"}")
                    .expect(200)
                    .json();
            if (found.path("degraded").asBoolean()) {
                wrong.add("degraded at " + number);
            }
            if (!found.path("results").toString().contains(id)) {
                wrong.add("not found: " + number);
            }
            written.incrementAndGet();
        }
    }

    private static String remember(Client user, String content) {
        return user.post("/v1/memories", Json.object("{}").put("content", content))
                .expect(201)
                .text("memoryId");
    }

    private static JsonNode embeddings(Stack stack, String action) {
        return Json.read(stack.invoke("maintenance", "{\"job\":\"embeddings\",\"action\":\"" + action + "\"}"));
    }

    private static StackOptions options() {
        return StackOptions.forTests(HOME).withData();
    }
}
