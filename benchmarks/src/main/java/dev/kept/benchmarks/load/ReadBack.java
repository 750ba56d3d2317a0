package dev.kept.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.benchmarks.http.KeptClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Asks for everything that was acknowledged, as its owner.
final class ReadBack {
    private static final int CLIENTS = 4;
    private static final int PAGE = 100;

    private final IntFunction<KeptClient> clients;
    private final long deadline;

    /// @param clients by the number of the user
    /// @param deadline until when the last extraction of a session is waited for, in milliseconds of the clock
    ReadBack(IntFunction<KeptClient> clients, long deadline) {
        this.clients = clients;
        this.deadline = deadline;
    }

    Kept of(Collection<Acknowledged> sessions) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
            // Everything is waited for first: what is read afterwards was not saved by being read early.
            List<Kept> extracted = each(pool, sessions, this::extracted);
            List<Kept> read = each(pool, sessions, this::read);
            return Kept.sum(extracted).plus(Kept.sum(read));
        }
    }

    private static List<Kept> each(
            ExecutorService pool, Collection<Acknowledged> sessions, Function<Acknowledged, Kept> look)
            throws InterruptedException {
        List<Future<Kept>> all = sessions.stream()
                .map(session -> pool.submit(() -> look.apply(session)))
                .toList();
        List<Kept> kept = new ArrayList<>();
        for (Future<Kept> one : all) {
            try {
                kept.add(one.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            }
        }
        return kept;
    }

    private Kept extracted(Acknowledged session) {
        return session.end()
                .map(operation -> Kept.ended(isDone(clients.apply(session.user()), operation), session.sessionId()))
                .orElse(Kept.NOTHING);
    }

    private boolean isDone(KeptClient client, String operation) {
        while (true) {
            boolean late = System.currentTimeMillis() >= deadline;
            String path = "/v1/operations/" + operation + (late ? "" : "?waitSeconds=20");
            Optional<String> status =
                    client.find(path).map(found -> found.path("status").asText());
            boolean open = status.filter(text -> text.equals("pending") || text.equals("running"))
                    .isPresent();
            if (!open || late) {
                return status.filter("succeeded"::equals).isPresent();
            }
        }
    }

    private Kept read(Acknowledged session) {
        KeptClient client = clients.apply(session.user());
        String path = "/v1/sessions/" + session.sessionId();
        Optional<JsonNode> found = client.find(path);
        boolean ended = session.end().isEmpty()
                || found.filter(node -> node.path("status").asText().equals("ended"))
                        .isPresent();
        Kept kept = found.isPresent() && ended ? Kept.session() : Kept.lostSession(session.sessionId());
        Set<String> stored = found.isPresent() ? turnIds(client, path + "/turns?limit=" + PAGE) : Set.of();
        return kept.plus(Kept.turns(session.turnIds(), stored)).plus(contexts(client, session));
    }

    private static Set<String> turnIds(KeptClient client, String path) {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = client.get(path + cursor);
            page.path("items").forEach(turn -> ids.add(turn.path("turnId").asText()));
            cursor = page.path("nextCursor").isTextual()
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return ids;
    }

    private static Kept contexts(KeptClient client, Acknowledged session) {
        Set<String> ids = new HashSet<>(session.contextIds());
        Set<String> found = new HashSet<>(ids);
        found.removeIf(id -> client.find("/v1/contexts/" + id).isEmpty());
        return Kept.contexts(ids, found);
    }
}
