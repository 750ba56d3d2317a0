package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The functions' process is killed again and again while clients post turns.
@OnTheStack
class CrashIT {
    private static final int KILLS = 20;
    private static final int CLIENTS = 3;
    private static final int TURNS_BETWEEN_KILLS_MAX = 8;
    private static final List<String> THINGS = List.of(
            "Redis", "Kafka", "Postgres", "Terraform", "Grafana", "Nginx", "Vault", "Consul", "Jaeger", "Sidekiq");
    private static final List<String> PLACES = List.of(
            "invoices", "ferries", "passports", "warehouses", "lighthouses", "telescopes", "orchards", "libraries");

    private final Stack stack;
    private final Random random = new Random(20261122);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    CrashIT(Stack stack) {
        this.stack = stack;
    }

    /// What one client posted and saw acknowledged, in its own session.
    private record Posted(String sessionId, Queue<String> ids) {}

    @Test
    void losesNoAcknowledgedTurnAndExtractsNoneTwice() throws InterruptedException {
        Client user = stack.user("crash");
        List<Posted> posted = new ArrayList<>();
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            String session = user.post("/v1/sessions", "{\"projectId\":\"crash\"}")
                    .expect(201)
                    .text("sessionId");
            Posted mine = new Posted(session, new ConcurrentLinkedQueue<>());
            int number = client;
            posted.add(mine);
            clients.add(Thread.ofVirtual().start(() -> post(user, mine, number)));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            int enough = acknowledged.get() + 1 + random.nextInt(TURNS_BETWEEN_KILLS_MAX);
            Await.until("turn " + enough, () -> Optional.of(enough).filter(it -> acknowledged.get() >= it));
            stack.killHost();
        }
        over.set(true);
        for (Thread client : clients) {
            client.join();
        }
        assertAll(posted.stream().map(mine -> () -> everyTurnIsThereOnce(user, mine)));
        everyTurnIsExtractedOnce(user, posted);
    }

    private void post(Client user, Posted mine, int client) {
        for (int number = 0; !over.get(); number++) {
            String id = client + "-" + number;
            String content = "We decided to use " + THINGS.get((number + client) % THINGS.size()) + number + " for the "
                    + PLACES.get(number % PLACES.size()) + " of region " + client + number + ".";
            String body = "{\"turns\":[{\"id\":\"" + id + "\",\"role\":\"user\",\"content\":\"" + content + "\"}]}";
            Await.until("the acknowledgement of " + id, () -> {
                Reply reply = user.post("/v1/sessions/" + mine.sessionId() + "/turns", body);
                assertTrue(reply.status() == 202 || reply.status() == 503, reply::toString);
                return Optional.of(reply).filter(it -> it.status() == 202);
            });
            mine.ids().add(id);
            acknowledged.incrementAndGet();
        }
    }

    private static void everyTurnIsThereOnce(Client user, Posted mine) {
        List<String> stored = new ArrayList<>();
        everything(user, "/v1/sessions/" + mine.sessionId() + "/turns?limit=100")
                .forEach(turn -> stored.add(turn.path("id").asText()));
        assertEquals(List.copyOf(mine.ids()), stored);
    }

    private static void everyTurnIsExtractedOnce(Client user, List<Posted> posted) {
        for (Posted mine : posted) {
            String operation = user.post("/v1/sessions/" + mine.sessionId() + "/end", "{}")
                    .expect(202)
                    .text("operationId");
            assertEquals("succeeded", user.await(operation).path("status").asText());
        }
        Map<String, Integer> memories = new TreeMap<>();
        Stream.of("active", "superseded")
                .flatMap(status -> everything(user, "/v1/memories?limit=100&status=" + status))
                .forEach(memory -> {
                    // A turn that says the same as another would stand beside it as a restatement.
                    assertEquals(1, memory.path("sourceTurnIds").size(), memory::toString);
                    memory.path("clientTurnIds").forEach(id -> memories.merge(id.asText(), 1, Integer::sum));
                });
        Map<String, Integer> once = new TreeMap<>();
        posted.forEach(mine -> mine.ids().forEach(id -> once.put(id, 1)));
        assertEquals(once, memories);
    }

    private static Stream<JsonNode> everything(Client user, String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = user.get(path + cursor).expect(200).json();
            page.path("items").forEach(all::add);
            String next = page.path("nextCursor").asText("");
            cursor = page.path("nextCursor").isNull() || next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return all.stream();
    }
}
