package dev.kept.application.extraction.found;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import java.util.Optional;

/// Who reads an owner's turns in a project: rules differ between users, and between their projects.
public interface Extractors {
    /// Asked anew for each run, so that a change of rules takes effect with the next turn.
    Extractor of(Owner owner, Optional<ProjectId> project);
}
