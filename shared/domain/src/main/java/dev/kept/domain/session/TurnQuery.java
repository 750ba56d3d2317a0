package dev.kept.domain.session;

import dev.kept.domain.id.ProjectId;
import java.time.Instant;
import java.util.Optional;

/// Which turns of an owner are listed across sessions; oldest first by `occurredAt`.
///
/// @param from inclusive
/// @param to exclusive
public record TurnQuery(Optional<ProjectId> projectId, Optional<Instant> from, Optional<Instant> to) {}
