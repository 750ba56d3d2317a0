package dev.kept.application.search;

import dev.kept.application.redaction.RedactedData;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.text.Limits;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is asked of search.
///
/// @param text the question in the user's words, at most 10,000 characters
/// @param limit results at most, 1 to 500: a context looks deeper than a page shows
/// @param highlighted whether results tell which sentences hold the question's words; finding them
///     takes longer than ranking
public record SearchQuery(SearchFilter filter, String text, SearchMode mode, int limit, boolean highlighted) {
    public static final int LIMIT_MAX = 500;

    public SearchQuery(SearchFilter filter, String text, SearchMode mode, int limit) {
        this(filter, text, mode, limit, true);
    }

    public SearchQuery {
        Limits.content("query", text, Limits.QUERY_CHARACTERS);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new InvalidRequest("limit", "must be between 1 and " + LIMIT_MAX);
        }
    }

    /// As it was stored what it looks for: labels too have placeholders where there were secrets.
    SearchQuery redacted(RedactedData data) {
        String redacted = data.text(Optional.of(text)).orElse(text);
        return new SearchQuery(
                filter.withLabels(labels(data, filter.entities()), labels(data, filter.tags())),
                redacted.substring(0, Math.min(redacted.length(), Limits.QUERY_CHARACTERS)),
                mode,
                limit,
                highlighted);
    }

    private static Set<String> labels(RedactedData data, Set<String> labels) {
        return data.labels(new TreeSet<>(labels));
    }

    public SearchQuery withoutHighlights() {
        return new SearchQuery(filter, text, mode, limit, false);
    }
}
