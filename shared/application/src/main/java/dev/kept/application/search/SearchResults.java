package dev.kept.application.search;

import java.util.List;

/// The answer of a search.
///
/// @param results best first; the same for the same records, question and day
/// @param degraded whether the index or the embedding model could not be asked, and the newest records were scored
/// in process or by words alone
public record SearchResults(List<SearchResult> results, boolean degraded) {
    public SearchResults {
        results = List.copyOf(results);
    }
}
