package dev.kept.application.search;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.SearchRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Compares with the question records that come from the store, and embeds the newest of those that lack a vector.
final class FreshEmbeddings {
    /// At about 10 ms each the time that one search may spend on it; the rest is found by its words until the indexer
    /// has come by, a second later.
    private static final int EMBEDDED_MAX = 24;

    private final EmbeddingModel model;

    FreshEmbeddings(EmbeddingModel model) {
        this.model = model;
    }

    /// @param records newest first
    List<Candidate> compare(List<SearchRecord> records, Question question) {
        Iterator<Embedding> made = question.embedding().isPresent()
                ? embedded(records).iterator()
                : List.<Embedding>of().iterator();
        List<SearchRecord> known = new ArrayList<>(records.size());
        for (SearchRecord item : records) {
            known.add(lacksVector(item) && made.hasNext() ? item.withEmbedding(made.next()) : item);
        }
        return Windows.of(known).stream()
                .map(item -> Candidate.fromStore(item, question))
                .toList();
    }

    private List<Embedding> embedded(List<SearchRecord> records) {
        List<String> passages = records.stream()
                .filter(this::lacksVector)
                .limit(EMBEDDED_MAX)
                .map(SearchRecord::passage)
                .toList();
        try {
            return passages.isEmpty() ? List.of() : model.embed(passages);
        } catch (DependencyUnavailable | Throttled _) {
            return List.of();
        }
    }

    private boolean lacksVector(SearchRecord item) {
        return item.embedding()
                .filter(embedding -> embedding.model().equals(model.id()))
                .isEmpty();
    }
}
