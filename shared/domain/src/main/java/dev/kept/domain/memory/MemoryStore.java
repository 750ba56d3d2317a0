package dev.kept.domain.memory;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.util.Optional;
import java.util.OptionalLong;

/// Where memories and their history are kept.
public interface MemoryStore {
    /// Keeps a new memory.
    ///
    /// @return it, as version 1
    /// @throws dev.kept.domain.error.Conflict when the owner has a memory of that id
    Memory create(Memory memory, Change change);

    /// Strongly consistent.
    Optional<Memory> find(Owner owner, MemoryId id);

    /// Replaces a memory if `changed.version()` is the current version; the version before goes to the history.
    ///
    /// @return it, with its new version
    /// @throws dev.kept.domain.error.Conflict a version race
    /// @throws dev.kept.domain.error.NotFound when it is gone
    Memory update(Memory changed, Change change);

    /// Removes a memory and its history, and leaves a tombstone so that the index forgets it.
    ///
    /// @param version empty: whatever it is
    /// @return false when there was none
    /// @throws dev.kept.domain.error.Conflict a version race
    boolean delete(Owner owner, MemoryId id, OptionalLong version);

    /// Newest first. Listing by owner alone is strongly consistent; by project or session eventually.
    Page<Memory> list(Owner owner, MemoryQuery query, PageRequest page);

    /// Versions, newest first, the current one included; empty when there is no such memory.
    Page<MemoryVersion> history(Owner owner, MemoryId id, PageRequest page);
}
