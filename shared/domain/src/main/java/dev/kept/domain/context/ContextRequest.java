package dev.kept.domain.context;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import java.util.Optional;

/// What a context is wanted for.
///
/// @param sessionId the session that will read it; its own turns are left out of it
/// @param query what the assistant is about to work on; empty: what usually helps in the project
public record ContextRequest(
        Owner owner,
        Optional<SessionId> sessionId,
        Optional<ProjectId> projectId,
        Optional<String> query,
        ContextBudget budget) {}
