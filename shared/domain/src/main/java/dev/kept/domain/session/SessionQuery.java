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
}
