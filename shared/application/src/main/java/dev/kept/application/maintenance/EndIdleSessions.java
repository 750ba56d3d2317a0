package dev.kept.application.maintenance;

import dev.kept.application.redaction.Redactor;
import dev.kept.application.session.EndSession;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Ends sessions in which nothing happened for long; the extraction of their last turns follows as for any end.
public final class EndIdleSessions {
    private static final int SESSIONS_PER_RUN = 200;
    private final SessionStore sessions;
    private final EndSession endSession;
    private final Duration idle;
    private final Clock clock;

    /// @param idle how long is long
    public EndIdleSessions(SessionStore sessions, Redactor redactor, Duration idle, Clock clock) {
        this.sessions = sessions;
        this.endSession = new EndSession(sessions, redactor, clock);
        this.idle = idle;
        this.clock = clock;
    }

    /// @return how many were ended
    public int run() {
        Instant before = clock.instant().minus(idle);
        int ended = 0;
        for (SessionRef ref : sessions.idleSince(before, SESSIONS_PER_RUN)) {
            ended += end(ref, before) ? 1 : 0;
        }
        return ended;
    }

    /// The list may be older than the session: what it says is checked again, and a turn that comes at this moment
    /// wins the version race.
    private boolean end(SessionRef ref, Instant before) {
        Optional<Session> session = sessions.find(ref.owner(), ref.id());
        if (session.isEmpty()
                || !session.get().isActive()
                || session.get().activity().lastActivityAt().isAfter(before)) {
            return false;
        }
        try {
            endSession.end(ref.owner(), ref.id(), Optional.of("idle"), Optional.empty());
            return true;
        } catch (Conflict | NotFound overtaken) {
            return false;
        }
    }
}
