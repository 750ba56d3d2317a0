package dev.kept.application.search;

import dev.kept.domain.search.SearchRecord;
import java.util.List;
import java.util.Optional;

/// One record that was found.
///
/// @param score the weighted sum of the signals
/// @param relevance what a reranker made of it, and then part of the score; empty without one, or when it did not
/// answer
/// @param highlights the sentences that hold the question's words, in their order
public record SearchResult(
        SearchRecord item, double score, Signals signals, Optional<Double> relevance, List<String> highlights) {
    public SearchResult {
        highlights = List.copyOf(highlights);
    }

    /// What is near a vector; nothing else speaks for it.
    static SearchResult near(SearchRecord item, double cosine) {
        return new SearchResult(
                item,
                cosine,
                Signals.of(signal -> signal == Signal.SEMANTIC ? cosine : 0),
                Optional.empty(),
                List.of());
    }
}
