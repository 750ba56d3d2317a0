package dev.kept.domain.search;

import java.util.Optional;

/// The change of the embedding model that is under way; there is at most one. Strongly consistent.
public interface ModelChangeLog {
    Optional<ModelChange> underWay();

    /// @param change with the version that was read, or 0 when there is none
    /// @return with the next version
    /// @throws dev.kept.domain.error.Conflict when it was changed since, or another one was begun
    ModelChange save(ModelChange change);

    /// Forgets it: the change is done, or given up. Removing what is gone does nothing.
    void remove();
}
