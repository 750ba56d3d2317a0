package dev.kept.domain.session;

import dev.kept.domain.id.SessionId;
import java.time.Instant;

/// A session's tie to another one.
public record SessionLink(SessionId from, SessionId to, Relation relation, Instant createdAt) {
    /// `CONTINUES`: the same work goes on; `RELATES`: about the same; `FORKS`: another way from the same point.
    public enum Relation {
        CONTINUES,
        RELATES,
        FORKS
    }
}
