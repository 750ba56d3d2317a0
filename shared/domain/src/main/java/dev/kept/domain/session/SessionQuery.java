package dev.kept.domain.session;

import dev.kept.domain.id.ProjectId;
import java.time.Instant;
import java.util.Optional;

/// Which sessions of an owner are listed; newest start first.
///
/// @param from inclusive
/// @param to exclusive
public record SessionQuery(
        Optional<ProjectId> projectId,
        Optional<SessionStatus> status,
        Optional<String> tag,
        Optional<Instant> from,
        Optional<Instant> to) {
    public static SessionQuery of(ProjectId project) {
        return new SessionQuery(
                Optional.of(project), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Whether a session belongs to the list.
    public boolean admits(Session session) {
        Instant startedAt = session.activity().startedAt();
        return (projectId.isEmpty() || projectId.equals(session.details().projectId()))
                && status.map(session.activity().status()::equals).orElse(true)
                && tag.map(name -> session.details().tags().contains(name)).orElse(true)
                && from.map(at -> !startedAt.isBefore(at)).orElse(true)
                && to.map(startedAt::isBefore).orElse(true);
    }
}
