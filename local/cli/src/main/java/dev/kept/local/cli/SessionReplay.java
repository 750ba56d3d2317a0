package dev.kept.local.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Plays one session as a client would: starts it, posts its turns, ends it, and waits for what was found.
final class SessionReplay {
    private static final int WAIT_SECONDS = 20;
    private static final int WAITS = 15;

    private final KeptApi api;

    SessionReplay(KeptApi api) {
        this.api = api;
    }

    /// @param key tells this replay apart from others: a request that is sent again has its effect once
    Replayed replay(String project, Conversation.Session session, String key) {
        String sessionId = start(project, session, key);
        String path = "/v1/sessions/" + KeptApi.encode(sessionId);
        long duplicates = post(path, session.turns(), key);
        Replies.EndedSession ended =
                api.post(path + "/end", Map.of("reason", "done"), key + "-end", Replies.EndedSession.class);
        return new Replayed(sessionId, duplicates, waitFor(ended.operationId()));
    }

    /// @param duplicates turns that the session had already
    record Replayed(String sessionId, long duplicates, Replies.Counts counts) {}

    private String start(String project, Conversation.Session session, String key) {
        Map<String, Object> body = new TreeMap<>(Map.of("projectId", project, "startedAt", session.startedAt()));
        if (session.title() != null) {
            body.put("title", session.title());
        }
        if (session.sessionId() == null) {
            return started(body, key);
        }
        body.put("sessionId", session.sessionId());
        try {
            return started(body, key);
        } catch (RequestRefused refused) {
            if (!refused.isConflict()) {
                throw refused;
            }
            return session.sessionId();
        }
    }

    private String started(Map<String, Object> body, String key) {
        return api.post("/v1/sessions", body, key + "-start", Replies.Session.class)
                .sessionId();
    }

    private long post(String path, List<Conversation.Turn> turns, String key) {
        long duplicates = 0;
        int batch = 0;
        for (List<Conversation.Turn> some : TurnBatches.of(turns)) {
            duplicates += api.post(
                            path + "/turns",
                            Map.of("turns", some),
                            key + "-turns-" + ++batch,
                            Replies.AcceptedTurns.class)
                    .duplicates();
        }
        return duplicates;
    }

    private Replies.Counts waitFor(String operationId) {
        String path = "/v1/operations/" + KeptApi.encode(operationId) + "?waitSeconds=" + WAIT_SECONDS;
        for (int i = 0; i < WAITS; i++) {
            Replies.Operation operation = api.get(path, Replies.Operation.class);
            if (operation.status().equals("failed")) {
                throw new CommandFailed("Extraction failed: " + operation.error() + ". See ./kept logs.");
            }
            if (operation.isOver()) {
                return operation.counts();
            }
        }
        throw new CommandFailed(
                "Extraction has not ended after " + WAITS * WAIT_SECONDS + " seconds. See ./kept logs.");
    }
}
