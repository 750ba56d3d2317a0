package dev.kept.testkit;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.search.Kind;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionLink;
import dev.kept.domain.session.SessionQuery;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.Turn;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sessions in memory.
public final class FakeSessionStore implements SessionStore {
    private final FakeDatabase database;

    public FakeSessionStore(FakeDatabase database) {
        this.database = database;
    }

    @Override
    public void create(Session session) {
        synchronized (database) {
            FakeDatabase.SessionRow row = new FakeDatabase.SessionRow(session);
            if (database.sessions.putIfAbsent(ref(session), row) != null) {
                throw Conflict.exists("session", session.id().value());
            }
        }
    }

    @Override
    public Optional<Session> find(Owner owner, SessionId id) {
        synchronized (database) {
            return Optional.ofNullable(database.sessions.get(new SessionRef(owner, id)))
                    .map(row -> row.session);
        }
    }

    @Override
    public Session update(Session changed) {
        synchronized (database) {
            FakeDatabase.SessionRow row = database.sessions.get(ref(changed));
            if (row == null) {
                throw new NotFound("session", changed.id().value());
            }
            if (row.session.version() != changed.version()) {
                throw Conflict.versionRace("session", changed.id().value());
            }
            row.session = merged(row.session, changed);
            return row.session;
        }
    }

    @Override
    public Session end(Session ended, Operation finalExtraction) {
        synchronized (database) {
            Session stored = update(ended);
            database.operations.put(
                    new FakeDatabase.OperationRef(finalExtraction.owner(), finalExtraction.id()), finalExtraction);
            return stored;
        }
    }

    @Override
    public Page<Session> list(Owner owner, SessionQuery query, PageRequest page) {
        synchronized (database) {
            return Pages.<Session>descending(
                            "sessions" + owner + query,
                            session -> Sorting.at(session.activity().startedAt(), session.id()))
                    .cut(
                            database.sessions.values().stream()
                                    .map(row -> row.session)
                                    .filter(session -> session.owner().equals(owner))
                                    .filter(query::admits),
                            page);
        }
    }

    @Override
    public boolean delete(Owner owner, SessionId id) {
        synchronized (database) {
            SessionRef ref = new SessionRef(owner, id);
            FakeDatabase.SessionRow row = database.sessions.remove(ref);
            if (row == null) {
                return false;
            }
            for (Turn turn : row.turns.values()) {
                database.removed(FakeDatabase.key(turn), Kind.TURN, turn.id().value(), 1);
            }
            database.operations
                    .values()
                    .removeIf(operation -> ref.equals(new SessionRef(operation.owner(), operation.sessionId())));
            database.links.remove(ref);
            database.links.values().forEach(others -> others.remove(ref));
            return true;
        }
    }

    @Override
    public void link(Owner owner, SessionLink link) {
        synchronized (database) {
            SessionRef from = known(new SessionRef(owner, link.from()));
            SessionRef to = known(new SessionRef(owner, link.to()));
            Map<SessionRef, SessionLink> others = database.links.computeIfAbsent(from, _ -> new HashMap<>());
            Instant createdAt = Optional.ofNullable(others.get(to))
                    .map(SessionLink::createdAt)
                    .orElse(link.createdAt());
            SessionLink tie = new SessionLink(link.from(), link.to(), link.relation(), createdAt);
            others.put(to, tie);
            database.links.computeIfAbsent(to, _ -> new HashMap<>()).put(from, tie);
        }
    }

    @Override
    public List<SessionLink> links(Owner owner, SessionId id) {
        synchronized (database) {
            return List.copyOf(database.links
                    .getOrDefault(new SessionRef(owner, id), Map.of())
                    .values());
        }
    }

    @Override
    public List<SessionRef> activeSince(Instant after, int limit) {
        synchronized (database) {
            return database.sessions.values().stream()
                    .map(row -> row.session)
                    .filter(Session::isActive)
                    .filter(session -> session.activity().lastActivityAt().isAfter(after))
                    .sorted(Comparator.comparing(
                                    (Session session) -> session.activity().lastActivityAt())
                            .reversed())
                    .limit(limit)
                    .map(FakeSessionStore::ref)
                    .toList();
        }
    }

    @Override
    public List<SessionRef> idleSince(Instant before, int limit) {
        synchronized (database) {
            return database.sessions.values().stream()
                    .map(row -> row.session)
                    .filter(Session::isActive)
                    .filter(session -> session.activity().lastActivityAt().isBefore(before))
                    .sorted(Comparator.comparing(session -> session.activity().lastActivityAt()))
                    .limit(limit)
                    .map(FakeSessionStore::ref)
                    .toList();
        }
    }

    @Override
    public List<SessionRef> behindSince(Instant before, int limit) {
        synchronized (database) {
            return database.sessions.values().stream()
                    .filter(row -> row.behindSince.map(before::isAfter).orElse(false))
                    .sorted(Comparator.comparing(row -> row.behindSince.orElseThrow()))
                    .limit(limit)
                    .map(row -> ref(row.session))
                    .toList();
        }
    }

    private SessionRef known(SessionRef ref) {
        if (!database.sessions.containsKey(ref)) {
            throw new NotFound("session", ref.id().value());
        }
        return ref;
    }

    private static SessionRef ref(Session session) {
        return new SessionRef(session.owner(), session.id());
    }

    private static Session merged(Session stored, Session changed) {
        Session.Activity own = stored.activity();
        Session.Activity theirs = changed.activity();
        Session.Activity activity = new Session.Activity(
                theirs.status(),
                own.startedAt(),
                own.lastActivityAt(),
                theirs.endedAt(),
                theirs.endReason(),
                theirs.summary(),
                own.turnCount(),
                own.lastTurnId(),
                own.createdAt(),
                theirs.updatedAt());
        return new Session(
                stored.owner(), stored.id(), changed.details(), activity, stored.extraction(), stored.version() + 1);
    }
}
