package dev.kept.domain.rules;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import java.util.Optional;

/// Where rules apply: in everything of an owner, or in one of the owner's projects.
///
/// @param projectId empty: everywhere
public record RuleScope(Owner owner, Optional<ProjectId> projectId) {
    public static RuleScope of(Owner owner) {
        return new RuleScope(owner, Optional.empty());
    }

    public static RuleScope of(Owner owner, ProjectId project) {
        return new RuleScope(owner, Optional.of(project));
    }
}
