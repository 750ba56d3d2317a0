package dev.kept.domain.project;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;

/// Where the settings of projects are kept.
public interface ProjectSettingsStore {
    /// Strongly consistent; {@link ProjectSettings#none} when nobody set any.
    ProjectSettings find(Owner owner, ProjectId project);

    /// Replaces the settings if `changed.version()` is the current version.
    ///
    /// @return them with their new version
    /// @throws dev.kept.domain.error.Conflict a version race
    ProjectSettings save(ProjectSettings changed);
}
