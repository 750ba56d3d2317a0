package dev.kept.application.session;

import dev.kept.application.redaction.ChosenNames;
import dev.kept.application.redaction.RedactedData;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionLink;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.SessionTail;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Starts a session, or finds it again: a client that repeats the start of a session gets the session that it
/// started, whatever became of the first reply.
public final class StartSession {
    private final SessionStore sessions;
    private final RedactedData redacted;
    private final ChosenNames names;
    private final Clock clock;
    private final SessionTails tails;

    public StartSession(SessionStore sessions, Redactor redactor, Clock clock) {
        this(sessions, redactor, clock, SessionTails.NONE);
    }

    /// @param tails are told of the session, so that its first turn finds it there
    public StartSession(SessionStore sessions, Redactor redactor, Clock clock, SessionTails tails) {
        this.sessions = sessions;
        this.redacted = new RedactedData(redactor);
        this.names = new ChosenNames(redactor);
        this.clock = clock;
        this.tails = tails;
    }

    /// @param startedAt empty: now
    public record Command(Owner owner, SessionId id, Session.Details details, Optional<Instant> startedAt) {}

    /// @param isNew false when the session had been started before
    public record Started(Session session, boolean isNew) {}

    /// @throws InvalidRequest when the parent is not a session of the owner, or an id holds a secret
    /// @throws Conflict when the id belongs to a session of another project
    public Started start(Command command) {
        Started started = startOrFind(command);
        tails.keep(new SessionRef(command.owner(), command.id()), SessionTail.of(started.session()));
        return started;
    }

    private Started startOrFind(Command command) {
        Optional<Session> existing = sessions.find(command.owner(), command.id());
        if (existing.isPresent()) {
            return again(existing.get(), command);
        }
        names.check("sessionId", command.id());
        names.check("projectId", command.details().projectId());
        command.details().parentSessionId().ifPresent(parent -> checkParent(command, parent));
        Instant now = clock.instant();
        Session session = Session.started(
                command.owner(),
                command.id(),
                command.details().redacted(redacted::text, redacted::labels, redacted::json),
                command.startedAt().orElse(now),
                now);
        try {
            sessions.create(session);
        } catch (Conflict overtaken) {
            return again(sessions.find(command.owner(), command.id()).orElseThrow(() -> overtaken), command);
        }
        linkParent(session, now);
        return new Started(session, true);
    }

    private Started again(Session existing, Command command) {
        if (!existing.details().projectId().equals(command.details().projectId())) {
            throw Conflict.exists("session", command.id().value());
        }
        linkParentIfThere(existing);
        return new Started(existing, false);
    }

    /// The first try may have died before it made the link; or the parent may have been deleted since.
    private void linkParentIfThere(Session existing) {
        try {
            linkParent(existing, existing.activity().createdAt());
        } catch (NotFound _) {
            // The session stands without its parent.
        }
    }

    private void checkParent(Command command, SessionId parent) {
        if (parent.equals(command.id())
                || sessions.find(command.owner(), parent).isEmpty()) {
            throw new InvalidRequest("parentSessionId", "must be an earlier session");
        }
    }

    private void linkParent(Session session, Instant at) {
        session.details()
                .parentSessionId()
                .ifPresent(parent -> sessions.link(
                        session.owner(), new SessionLink(session.id(), parent, SessionLink.Relation.CONTINUES, at)));
    }
}
