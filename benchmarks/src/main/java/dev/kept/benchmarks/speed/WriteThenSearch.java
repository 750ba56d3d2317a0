package dev.kept.benchmarks.speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.benchmarks.http.KeptClient;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Writes a memory and asks for it in the very next request, again and again, by several clients.
final class WriteThenSearch {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CLIENTS = 4;

    private final Crowd crowd;
    private final List<KeptClient> users;

    WriteThenSearch(Crowd crowd, List<KeptClient> users) {
        this.crowd = crowd;
        this.users = users;
    }

    SpeedReport.WrittenThenFound run(int pairs) throws InterruptedException {
        AtomicInteger misses = new AtomicInteger();
        List<Runnable> all = IntStream.range(0, pairs)
                .<Runnable>mapToObj(number -> () -> {
                    if (!isFound(users.get(number % users.size()), number)) {
                        misses.incrementAndGet();
                    }
                })
                .toList();
        Latency latency = crowd.send(CLIENTS, all);
        return new SpeedReport.WrittenThenFound(pairs, misses.get(), latency);
    }

    private static boolean isFound(KeptClient user, int number) {
        String what = "The spare key of locker " + (70_000 + number) + " hangs behind the cellar door.";
        JsonNode memory = user.post("/v1/memories", MAPPER.createObjectNode().put("content", what));
        JsonNode found = user.post(
                "/v1/search",
                MAPPER.createObjectNode().put("query", "Where is the spare key of locker " + (70_000 + number) + "?"));
        for (JsonNode result : found.path("results")) {
            if (result.path("id").asText().equals(memory.path("memoryId").asText())) {
                return true;
            }
        }
        return false;
    }
}
