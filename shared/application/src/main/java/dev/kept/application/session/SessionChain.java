package dev.kept.application.session;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionLink;
import dev.kept.domain.session.SessionStore;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The sessions that continue one another or fork from one another, around a given one.
public final class SessionChain {
    /// A chain longer than this is cut: nobody reads it, and it must not cost a read per year of work.
    private static final int SESSIONS_MAX = 100;

    private final SessionStore sessions;

    public SessionChain(SessionStore sessions) {
        this.sessions = sessions;
    }

    /// @return oldest start first, the given session included
    /// @throws NotFound when the owner has no such session
    public List<Session> of(Owner owner, SessionId id) {
        Session start = sessions.find(owner, id).orElseThrow(() -> new NotFound("session", id.value()));
        Map<SessionId, Session> found = new HashMap<>(Map.of(id, start));
        Deque<SessionId> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty() && found.size() < SESSIONS_MAX) {
            SessionId current = open.remove();
            for (SessionId next : neighbours(owner, current)) {
                if (!found.containsKey(next)) {
                    sessions.find(owner, next).ifPresent(session -> {
                        found.put(next, session);
                        open.add(next);
                    });
                }
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(
                                (Session session) -> session.activity().startedAt())
                        .thenComparing(Session::id))
                .toList();
    }

    private List<SessionId> neighbours(Owner owner, SessionId id) {
        return sessions.links(owner, id).stream()
                .filter(link -> link.relation() != SessionLink.Relation.RELATES)
                .map(link -> link.from().equals(id) ? link.to() : link.from())
                .toList();
    }
}
