package dev.kept.application.search;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.CREATED;
import static dev.kept.testkit.Fixtures.aFact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.embedding.Embeddings;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.search.Reranker;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchMode;
import dev.kept.testkit.FakeDatabase;
import dev.kept.testkit.FakeEmbeddingCache;
import dev.kept.testkit.FakeEmbeddingModel;
import dev.kept.testkit.FakeMemoryStore;
import dev.kept.testkit.FakeSearchIndex;
import dev.kept.testkit.FakeSearchSource;
import dev.kept.testkit.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RerankTest {
    private final MutableClock clock = MutableClock.atNoon();
    private final FakeDatabase database = new FakeDatabase(clock);
    private final FakeMemoryStore memories = new FakeMemoryStore(database);

    @BeforeEach
    void keepThreeFacts() {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL, the orders of all customers."), CREATED);
        memories.create(aFact(ADA, "m_2", "Orders are shipped on Mondays."), CREATED);
        memories.create(aFact(ADA, "m_3", "An order may be cancelled."), CREATED);
    }

    @Test
    void putsFirstWhatTheModelFindsMostRelevant() {
        List<SearchResult> results = ask(
                (_, passages) -> passages.stream()
                        .map(passage -> passage.contains("cancelled") ? 0.9 : 0.1)
                        .toList(),
                SearchMode.HYBRID);

        assertEquals("m_3", results.getFirst().item().id());
        assertEquals(Optional.of(0.9), results.getFirst().relevance());
        assertEquals(
                results.stream()
                        .sorted(Comparator.comparingDouble(SearchResult::score).reversed())
                        .toList(),
                results);
    }

    @Test
    void keepsTheRankingWhereTheModelSeesNoDifference() {
        List<String> plain = ids(ask(Optional.empty(), SearchMode.HYBRID));

        List<SearchResult> results =
                ask((_, passages) -> passages.stream().map(_ -> 0.5).toList(), SearchMode.HYBRID);

        assertEquals(plain, ids(results));
    }

    @Test
    void fallsBackToTheRankingWhenTheModelFails() {
        List<String> plain = ids(ask(Optional.empty(), SearchMode.HYBRID));
        Reranker dead = (_, _) -> {
            throw new DependencyUnavailable("model", new IllegalStateException("dead"));
        };
        Reranker busy = (_, _) -> {
            throw new Throttled("busy", Duration.ofSeconds(1));
        };

        for (Reranker failing : List.of(dead, busy)) {
            SearchResults results = search(Optional.of(failing)).search(question(SearchMode.HYBRID));
            assertEquals(plain, ids(results.results()));
            assertTrue(results.results().stream()
                    .allMatch(result -> result.relevance().isEmpty()));
            assertFalse(results.degraded());
        }
    }

    @Test
    void asksTheModelAboutTheBestOnly() {
        for (int i = 10; i < 90; i++) {
            memories.create(aFact(ADA, "m_" + i, "Order number " + i + " was shipped."), CREATED);
        }
        List<Integer> asked = new ArrayList<>();

        List<SearchResult> results = ask(
                (_, passages) -> {
                    asked.add(passages.size());
                    return passages.stream().map(_ -> 0.0).toList();
                },
                SearchMode.HYBRID);

        assertEquals(List.of(Rerank.PASSAGES_MAX), asked);
        assertEquals(80, results.size());
        assertTrue(results.getLast().relevance().isEmpty());
    }

    @Test
    void leavesASearchForWordsAlone() {
        List<SearchResult> results = ask(
                (_, _) -> {
                    throw new AssertionError("must not be asked");
                },
                SearchMode.KEYWORD);

        assertEquals(3, results.size());
    }

    private List<SearchResult> ask(Reranker reranker, SearchMode mode) {
        return ask(Optional.of(reranker), mode);
    }

    private List<SearchResult> ask(Optional<Reranker> reranker, SearchMode mode) {
        return search(reranker).search(question(mode)).results();
    }

    private Search search(Optional<Reranker> reranker) {
        return new Search(
                new FakeSearchIndex(),
                new FakeSearchSource(database),
                new Embeddings(new FakeEmbeddingModel(), new FakeEmbeddingCache()),
                reranker,
                Redactor.standard(),
                clock);
    }

    private static SearchQuery question(SearchMode mode) {
        return new SearchQuery(SearchFilter.of(ADA, Optional.empty()), "orders order", mode, 80);
    }

    private static List<String> ids(List<SearchResult> results) {
        return results.stream().map(result -> result.item().id()).toList();
    }
}
