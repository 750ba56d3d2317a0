package dev.kept.adapters.opensearch;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.SearchIndex.Candidates;
import dev.kept.domain.search.SearchIndex.IndexQuery;
import dev.kept.domain.search.SearchIndex.Scored;
import dev.kept.domain.search.SearchMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.MsearchRequest;
import org.opensearch.client.opensearch.core.MsearchResponse;
import org.opensearch.client.opensearch.core.msearch.MultiSearchItem;
import org.opensearch.client.opensearch.core.msearch.MultiSearchResponseItem;
import org.opensearch.client.opensearch.core.msearch.RequestItem;
import org.opensearch.client.opensearch.core.search.Hit;

/// A question as one request of up to two searches, by words and by meaning, and the reading of its answer.
final class HybridSearch {
    private final IndexQuery query;
    private final Query filter;
    private final Optional<Embedding> embedding;
    private final boolean byWords;

    HybridSearch(IndexQuery query) {
        this.query = query;
        this.filter = IndexFilter.of(query.filter());
        this.embedding = query.mode() == SearchMode.KEYWORD ? Optional.empty() : query.embedding();
        this.byWords = query.mode() != SearchMode.SEMANTIC && !query.text().isBlank();
    }

    MsearchRequest request() {
        List<RequestItem> searches = new ArrayList<>();
        if (byWords) {
            searches.add(search(words()));
        }
        embedding.ifPresent(vector -> searches.add(search(nearest(vector))));
        return MsearchRequest.of(request -> request.index(index()).searches(searches));
    }

    /// Vectors of one model are compared with a question of the same model only, whichever is current by now.
    private String index() {
        return embedding.map(vector -> IndexNames.alias(vector.model())).orElse(IndexNames.CURRENT);
    }

    boolean asksNothing() {
        return !byWords && embedding.isEmpty();
    }

    Candidates read(MsearchResponse<IndexedRecord> response) {
        List<MultiSearchResponseItem<IndexedRecord>> answers = response.responses();
        List<Scored> keyword = byWords ? scored(answers.getFirst(), score -> score) : List.of();
        List<Scored> semantic = embedding.isPresent() ? scored(answers.getLast(), HybridSearch::cosine) : List.of();
        return new Candidates(keyword, semantic);
    }

    /// Lucene keeps scores positive: it gives (1 + cosine) / 2.
    private static double cosine(double score) {
        return 2 * score - 1;
    }

    private Query words() {
        Query match = Query.of(words -> words.match(m -> m.field("words").query(FieldValue.of(query.text()))));
        return Query.of(both -> both.bool(bool -> bool.must(match).filter(filter)));
    }

    /// The filter works inside the search for neighbours: filtered afterwards, a small project would find nothing among
    /// the neighbours that are other projects'. Vectors of another model are not comparable.
    private Query nearest(Embedding vector) {
        Query comparable = Query.of(both ->
                both.bool(bool -> bool.filter(filter, IndexFilter.is("embeddingModel", vector.model()))));
        return Query.of(nearest -> nearest.knn(knn -> knn.field("embedding")
                .vector(IndexedRecord.numbers(vector))
                .k(query.size())
                .filter(comparable)));
    }

    private RequestItem search(Query question) {
        return RequestItem.of(item -> item.header(
                        header -> header.routing(query.filter().owner().key()))
                .body(body -> body.query(question)
                        .size(query.size())
                        .trackTotalHits(track -> track.enabled(false))
                        .source(source -> source.filter(fields -> fields.excludes("embedding")))));
    }

    private static List<Scored> scored(MultiSearchResponseItem<IndexedRecord> answer, ToDoubleFunction<Double> scale) {
        if (answer.isFailure()) {
            throw unavailable("status " + answer.failure().status());
        }
        MultiSearchItem<IndexedRecord> result = answer.result();
        if (result.timedOut() || result.shards().failed() > 0) {
            throw unavailable("not all shards answered");
        }
        return result.hits().hits().stream().map(hit -> scored(hit, scale)).toList();
    }

    private static Scored scored(Hit<IndexedRecord> hit, ToDoubleFunction<Double> scale) {
        double score = Objects.requireNonNull(hit.score()).doubleValue();
        return new Scored(Objects.requireNonNull(hit.source()).toRecord(), scale.applyAsDouble(score));
    }

    private static DependencyUnavailable unavailable(String reason) {
        return new DependencyUnavailable(Guard.DEPENDENCY, new IOException(reason));
    }
}
