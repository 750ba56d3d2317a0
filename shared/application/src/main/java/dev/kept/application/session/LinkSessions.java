package dev.kept.application.session;

import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.SessionLink;
import dev.kept.domain.session.SessionStore;
import java.time.Clock;

/// Ties a session to another one of the same owner.
public final class LinkSessions {
    private final SessionStore sessions;
    private final Clock clock;

    public LinkSessions(SessionStore sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /// @throws NotFound when `from` is not a session of the owner
    /// @throws InvalidRequest when `to` is not, or is the same session
    public SessionLink link(Owner owner, SessionId from, SessionId to, SessionLink.Relation relation) {
        if (sessions.find(owner, from).isEmpty()) {
            throw new NotFound("session", from.value());
        }
        if (from.equals(to) || sessions.find(owner, to).isEmpty()) {
            throw new InvalidRequest("sessionId", "must be another session");
        }
        SessionLink link = new SessionLink(from, to, relation, clock.instant());
        sessions.link(owner, link);
        return link;
    }
}
