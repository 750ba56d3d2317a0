package dev.kept.domain.search;

import java.util.List;
import java.util.Optional;

/// The search index, derived from the record stores and rebuildable from nothing. A record's version orders its
/// writes: an older version never replaces a newer one, and a removal at version v hides all versions up to v.
///
/// There is one index for each embedding model that is kept. Models are named as {@link EmbeddingModel#id()} says it.
public interface SearchIndex {
    /// Finds candidates by words and by meaning in one round trip, in the index of the model that made the question's
    /// vector, or else in the current one; scores are the index's own and not normalized.
    ///
    /// @param query with mode KEYWORD the embedding may be empty
    /// @throws dev.kept.domain.error.DependencyUnavailable when the index is down, cold or not there
    Candidates find(IndexQuery query);

    /// Writes records into the index of one model and removes them from it, and returns when a search of it sees that.
    ///
    /// @param changes with vectors of this model
    /// @return the changes that failed, for another try; empty when all are in
    /// @throws dev.kept.domain.error.DependencyUnavailable when the index is down or not there
    List<IndexChange> apply(String model, List<IndexChange> changes);

    /// Which models there is an index for, at this moment.
    ///
    /// @throws dev.kept.domain.error.DependencyUnavailable when the index is down
    IndexedModels models();

    /// Makes the index of a model if it is not there. The first one is what searches ask.
    void create(String model);

    /// Has searches ask the index of this model from now on, at once.
    ///
    /// @throws dev.kept.domain.error.DependencyUnavailable when there is no index for it
    void use(String model);

    /// Removes the index of a model with all it holds; nothing is lost by it but the time to rebuild.
    void drop(String model);

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
