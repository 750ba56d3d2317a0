package dev.kept.domain.rules;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import java.util.List;
import java.util.Optional;

/// Where users' own rules are kept, with their last versions. All reads are strongly consistent: a change takes effect
/// with the next turn that is read.
public interface RuleStore {
    /// The current version; empty when nothing was ever kept.
    Optional<RuleSet> find(RuleScope scope);

    /// A version that is still kept, the current one included.
    Optional<RuleSet> find(RuleScope scope, long version);

    /// The versions that are still kept, newest first: at most {@link RuleSet#VERSIONS_KEPT}.
    List<RuleSet> versions(RuleScope scope);

    /// What applies to an owner's turns in a project, read at once: the owner's own rules, then those of the project.
    /// What was never kept is left out.
    List<RuleSet> effective(Owner owner, Optional<ProjectId> project);

    /// Keeps rules in the place of the version that they have, or the first ones with version 0, and lets the oldest
    /// version go.
    ///
    /// @return them, with their new version
    /// @throws dev.kept.domain.error.Conflict when that is not the current version
    RuleSet save(RuleSet rules);
}
