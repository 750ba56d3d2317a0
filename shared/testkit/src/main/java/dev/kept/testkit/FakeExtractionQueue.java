package dev.kept.testkit;

import dev.kept.domain.session.SessionRef;
import dev.kept.domain.work.ExtractionQueue;
import java.util.ArrayList;
import java.util.List;

/// Remembers which extractions were asked for.
public final class FakeExtractionQueue implements ExtractionQueue {
    private final List<Request> requests = new ArrayList<>();

    public record Request(SessionRef session, Reason reason) {}

    @Override
    public synchronized void request(List<SessionRef> sessions, Reason reason) {
        sessions.forEach(session -> requests.add(new Request(session, reason)));
    }

    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }
}
