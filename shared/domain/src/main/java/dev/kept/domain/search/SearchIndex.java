package dev.kept.domain.search;

import java.util.List;
import java.util.Optional;

/// The search index, derived from the record stores and rebuildable from nothing. A record's version orders its
/// writes: an older version never replaces a newer one, and a removal at version v hides all versions up to v.
public interface SearchIndex {
    /// Finds candidates by words and by meaning in one round trip; scores are the index's own and not normalized.
    ///
    /// @param query with mode KEYWORD the embedding may be empty
    /// @throws dev.kept.domain.error.DependencyUnavailable when the index is down, cold or not there
    Candidates find(IndexQuery query);

    /// Writes and removes records, and returns when a search sees them.
    ///
    /// @return the changes that failed, for another try; empty when all are in
    /// @throws dev.kept.domain.error.DependencyUnavailable when the index is down or not there
    List<IndexChange> apply(List<IndexChange> changes);

    /// Makes the index if it is not there.
    void create();

    /// Removes the index with all it holds; nothing is lost by it but the time to rebuild.
    void drop();

    /// Whether the index is there and answers.
    boolean isReady();

    /// @param text the words to match; empty only when an embedding is given
    /// @param size candidates per signal, 1 to 500
    record IndexQuery(SearchFilter filter, String text, Optional<Embedding> embedding, SearchMode mode, int size) {}

    /// @param keyword by BM25 score, best first
    /// @param semantic by cosine, best first
    record Candidates(List<Scored> keyword, List<Scored> semantic) {}

    /// @param score BM25 score or cosine
    record Scored(SearchRecord item, double score) {}

    /// One change to the index.
    sealed interface IndexChange {
        /// The record must carry an embedding.
        record Put(SearchRecord item) implements IndexChange {}

        record Remove(RecordKey key, Kind kind, String id, long version) implements IndexChange {}
    }
}
