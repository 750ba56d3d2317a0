package dev.kept.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Requests as a run logs them.
final class Requests {
    private Requests() {}

    static Request answered(Kind kind, int millis) {
        return request(kind, 200, millis, false);
    }

    static Request request(Kind kind, int status, int millis, boolean degraded) {
        return new Request(0, kind, status, millis, 0, "s_1", degraded, Optional.empty(), Optional.empty(), List.of());
    }

    static Request turns(String sessionId, int status, String... turnIds) {
        return new Request(
                0, Kind.TURNS, status, 5, 3, sessionId, false, Optional.empty(), Optional.of("o_1"), List.of(turnIds));
    }

    static Request context(String sessionId, String contextId) {
        return new Request(
                0, Kind.CONTEXT, 201, 5, 3, sessionId, false, Optional.of(contextId), Optional.empty(), List.of());
    }

    static Request end(String sessionId, String operationId) {
        return new Request(
                0,
                Kind.SESSION_END,
                202,
                5,
                3,
                sessionId,
                false,
                Optional.empty(),
                Optional.of(operationId),
                List.of());
    }

    /// Of 200, as many take so long; the others take a millisecond.
    static List<Request> mostlyFast(Kind kind, int slow, int millis) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            requests.add(answered(kind, i < slow ? millis : 1));
        }
        return requests;
    }
}
