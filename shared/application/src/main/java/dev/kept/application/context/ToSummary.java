package dev.kept.application.context;

import dev.kept.domain.context.Compression.Strategy;
import dev.kept.domain.search.SearchRecord;
import java.util.List;

/// A memory's own summary, made when it was kept.
record ToSummary() implements Shortening {
    @Override
    public List<Form> of(Candidate candidate) {
        String content = candidate.subject().content();
        return candidate.item().map(SearchRecord::summary).stream()
                .filter(summary -> !summary.isBlank() && summary.length() < content.length())
                .map(summary -> Form.shorter(summary, Strategy.SUMMARY, content))
                .toList();
    }
}
