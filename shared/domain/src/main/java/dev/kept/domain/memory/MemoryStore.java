package dev.kept.domain.memory;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Where memories and their history are kept.
public interface MemoryStore {
    /// A DynamoDB transaction takes 100 items.
    int ITEMS_MAX = 100;

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

    /// Makes several changes to the memories of one owner, all of them or none.
    ///
    /// @param writes of different memories, at most {@link #ITEMS_MAX} items together
    /// @return the memories that are there after it, in the same order: those created or changed
    /// @throws dev.kept.domain.error.Conflict a version race of one of them, or an id that is taken
    /// @throws dev.kept.domain.error.NotFound when a memory to change or to remove is gone
    List<Memory> commit(List<MemoryWrite> writes);

    /// Newest first. Listing by owner alone is strongly consistent; by project or session eventually.
    Page<Memory> list(Owner owner, MemoryQuery query, PageRequest page);

    /// Versions, newest first, the current one included; empty when there is no such memory.
    Page<MemoryVersion> history(Owner owner, MemoryId id, PageRequest page);
}
