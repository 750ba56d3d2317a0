package dev.kept.domain.context;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.search.Kind;
import java.util.Optional;
import java.util.Set;

/// What a context is wanted for.
///
/// @param sessionId the session that will read it; its own turns are left out of it
/// @param query what the assistant is about to work on; empty: what usually helps in the project
/// @param include kinds of records that it may recall; empty: all
/// @param template name of a built-in one, or of one of the owner
public record ContextRequest(
        Owner owner,
        Optional<SessionId> sessionId,
        Optional<ProjectId> projectId,
        Optional<String> query,
        ContextBudget budget,
        Set<Kind> include,
        String template) {
    public ContextRequest {
        include = Set.copyOf(include);
    }

    public ContextRequest(
            Owner owner,
            Optional<SessionId> sessionId,
            Optional<ProjectId> projectId,
            Optional<String> query,
            ContextBudget budget,
            Set<Kind> include) {
        this(owner, sessionId, projectId, query, budget, include, ContextTemplate.MARKDOWN);
    }

    public ContextRequest(
            Owner owner,
            Optional<SessionId> sessionId,
            Optional<ProjectId> projectId,
            Optional<String> query,
            ContextBudget budget) {
        this(owner, sessionId, projectId, query, budget, Set.of());
    }

    /// Whether records of a kind may be recalled.
    public boolean includes(Kind kind) {
        return include.isEmpty() || include.contains(kind);
    }
}
