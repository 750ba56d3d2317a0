package dev.kept.benchmarks.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Kept has said that it holds of one session.
///
/// @param end the operation that reads its last turns; empty where its end was not acknowledged
record Acknowledged(int user, String sessionId, List<String> turnIds, List<String> contextIds, Optional<String> end) {
    Acknowledged {
        turnIds = List.copyOf(turnIds);
        contextIds = List.copyOf(contextIds);
    }

    private Acknowledged(int user, String sessionId) {
        this(user, sessionId, List.of(), List.of(), Optional.empty());
    }

    static Collection<Acknowledged> of(List<Request> requests) {
        Map<String, Acknowledged> sessions = new LinkedHashMap<>();
        requests.stream()
                .filter(Request::isAcknowledged)
                .forEach(request -> sessions.merge(
                        request.sessionId(),
                        new Acknowledged(request.user(), request.sessionId()).with(request),
                        Acknowledged::with));
        return sessions.values();
    }

    private Acknowledged with(Request request) {
        return with(new Acknowledged(
                user,
                sessionId,
                request.turnIds(),
                request.contextId().stream().toList(),
                request.kind() == Kind.SESSION_END ? request.operationId() : Optional.empty()));
    }

    private Acknowledged with(Acknowledged later) {
        return new Acknowledged(
                user,
                sessionId,
                joined(turnIds, later.turnIds),
                joined(contextIds, later.contextIds),
                later.end.or(() -> end));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
