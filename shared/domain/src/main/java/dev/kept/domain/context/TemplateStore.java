package dev.kept.domain.context;

import dev.kept.domain.id.Owner;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Where users' own templates are kept.
public interface TemplateStore {
    /// Strongly consistent.
    Optional<ContextTemplate> find(Owner owner, String name);

    /// All of an owner by name, strongly consistent.
    List<ContextTemplate> list(Owner owner);

    /// Keeps a template in the place of the version that it has, or a new one with version 0.
    ///
    /// @return it, with its new version
    /// @throws dev.kept.domain.error.Conflict when that is not the current version
    ContextTemplate save(ContextTemplate template);

    /// @param version empty: whatever it is
    /// @return false when there was none
    /// @throws dev.kept.domain.error.Conflict when that is not the current version
    boolean delete(Owner owner, String name, OptionalLong version);
}
