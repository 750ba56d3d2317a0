package dev.kept.domain.search;

import dev.kept.domain.id.Owner;

/// The key of a turn, a memory or a tombstone in its table.
///
/// @param item the sort key
public record RecordKey(Owner owner, Source source, String item) {
    /// Which table.
    public enum Source {
        SESSIONS,
        MEMORIES
    }
}
