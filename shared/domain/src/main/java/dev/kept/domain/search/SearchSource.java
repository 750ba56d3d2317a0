package dev.kept.domain.search;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The records behind the index: what is not in it yet, and all of them when it is not there.
///
/// Every write marks its record as unindexed in the same transaction; the indexer takes the mark away once a search of
/// the index sees the record. What is still marked is laid over the answer of the index, so a search sees every write
/// from its 2xx on.
public interface SearchSource {
    /// Marked records of an owner, newest first, strongly consistent.
    List<Unindexed> unindexed(Owner owner, int limit);

    /// Whether no record of the owner is marked, strongly consistent.
    boolean isSettled(Owner owner);

    /// The newest records that the filter admits, strongly consistent where the owner is the only key.
    ///
    /// @param limit records read of each kind at most
    List<SearchRecord> newest(SearchFilter filter, int limit);

    /// The newest memories of an owner, whatever their status, strongly consistent.
    List<SearchRecord> memories(Owner owner, int limit);

    /// A memory with its embedding, as it is stored; strongly consistent.
    Optional<SearchRecord> find(Owner owner, MemoryId id);

    /// Reads records by key, strongly consistent; those that are gone or not marked any more are left out.
    List<Unindexed> load(List<RecordKey> keys);

    /// Stores the embedding and takes the mark away, or removes the tombstone, unless the record changed since it was
    /// read: then the mark stays, and the change will be indexed too.
    void markIndexed(List<Unindexed> indexed);

    /// Keys of records of all owners that have been marked since `before`, oldest first. Eventually consistent.
    List<RecordKey> unindexedSince(Instant before, int limit);

    /// All searchable records of all owners, for a rebuild; embedded or not.
    ///
    /// @param cursor of the page before; empty for the first
    Page<Unindexed.Changed> everything(Optional<String> cursor, int limit);

    /// The turns of a session from `reach` turns before a stretch of it to `reach` turns after it, in order, strongly
    /// consistent, embedded or not.
    List<SearchRecord> around(Stretch stretch, int reach);

    /// Some consecutive turns of a session, both ends included.
    record Stretch(Owner owner, SessionId session, TurnId first, TurnId last) {}

    /// A record that the index does not hold as it is.
    sealed interface Unindexed {
        RecordKey key();

        record Changed(RecordKey key, SearchRecord item) implements Unindexed {}

        /// @param version that the record had when it was removed
        record Removed(RecordKey key, Kind kind, String id, long version) implements Unindexed {}
    }
}
