package dev.kept.domain.work;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import java.util.List;
import java.util.Optional;

/// Asks for a warm context to be prepared. Asking twice within a short time prepares it once.
public interface ContextQueue {
    /// @throws dev.kept.domain.error.DependencyUnavailable when any of them was not taken
    void request(List<WarmContextKey> contexts);

    /// @param projectId empty: sessions without a project
    record WarmContextKey(Owner owner, Optional<ProjectId> projectId) {}
}
