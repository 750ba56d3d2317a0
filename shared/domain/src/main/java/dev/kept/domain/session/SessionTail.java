package dev.kept.domain.session;

import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.TurnId;
import java.util.Optional;

/// Where the turns of a session end: all that the next ones take from it.
///
/// @param lastTurnId empty while it has none
public record SessionTail(Optional<ProjectId> projectId, Optional<TurnId> lastTurnId, long turnCount) {
    public SessionTail {
        if (turnCount < 0) {
            throw new IllegalArgumentException("a session cannot have fewer turns than none");
        }
    }

    public static SessionTail of(Session session) {
        return new SessionTail(
                session.details().projectId(),
                session.activity().lastTurnId(),
                session.activity().turnCount());
    }

    /// The same after more turns.
    public SessionTail and(int more, TurnId last) {
        return new SessionTail(projectId, Optional.of(last), turnCount + more);
    }
}
