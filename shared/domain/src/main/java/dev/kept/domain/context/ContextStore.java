package dev.kept.domain.context;

import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.time.Instant;
import java.util.Optional;

/// Where contexts are kept, each version as it was handed out, for 90 days from then on.
public interface ContextStore {
    /// Keeps one version.
    ///
    /// @throws dev.kept.domain.error.Conflict when the version is there already
    void save(Context context);

    /// @param version empty: the newest
    Optional<Context> find(Owner owner, ContextId id, Optional<Integer> version);

    /// Newest first.
    Page<Context> versions(Owner owner, ContextId id, PageRequest page);

    /// Keeps the context that the next session start of the project returns, in place of the one
    /// before.
    ///
    /// @param project empty: sessions without a project
    void saveWarm(Owner owner, Optional<ProjectId> project, Context context);

    /// The prepared context, strongly consistent; empty when none was prepared or a change has made
    /// it stale.
    Optional<Context> findWarm(Owner owner, Optional<ProjectId> project);

    /// Forgets the prepared contexts of all projects of an owner, because a record changed, and
    /// preferences hold across projects. One that was built up to `changedAt` (its `createdAt`) is
    /// not returned either when it is saved only after this call: it did not see the change.
    ///
    /// @return what {@link #changes} tells from now on
    long dropWarm(Owner owner, Instant changedAt);

    /// How often {@link #dropWarm} was called for an owner, strongly consistent. What was read of the records after it
    /// was asked for, and has no mark as unindexed since, is as they are while it stays the same.
    long changes(Owner owner);
}
