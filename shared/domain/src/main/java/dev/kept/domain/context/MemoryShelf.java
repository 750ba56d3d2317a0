package dev.kept.domain.context;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.search.SearchRecord;
import java.util.List;

/// The memories of an owner within reach of a context: active ones only, strongly consistent, and
/// without their vectors, which no context looks at and which are most of what a record weighs.
public interface MemoryShelf {
    /// Pinned ones first, then by importance, then the newest first, however old they are.
    List<SearchRecord> important(Owner owner, Scope scope, int limit);

    /// The newest, whatever their scope, newest first.
    ///
    /// @param limit records that are read at most; those that are not active any more count, and
    ///     are left out
    List<SearchRecord> newest(Owner owner, int limit);

    /// How many there are, whatever their scope. Eventually consistent, and one read of all of them: for upkeep, not
    /// for
    /// a request.
    int size(Owner owner);

    /// Which memories; each memory is in one scope.
    sealed interface Scope {
        /// The preferences of all projects.
        record Preferences() implements Scope {}

        /// What is kept of one project, but for preferences.
        record Project(ProjectId id) implements Scope {}

        /// What is kept outside of projects, but for preferences.
        record NoProject() implements Scope {}
    }
}
