package dev.kept.application.search;

import dev.kept.domain.search.SearchRecord;
import java.util.List;

/// One record that was found.
///
/// @param score the weighted sum of the signals
/// @param highlights the sentences that hold the question's words, in their order
public record SearchResult(SearchRecord item, double score, Signals signals, List<String> highlights) {
    public SearchResult {
        highlights = List.copyOf(highlights);
    }
}
