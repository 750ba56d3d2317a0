package dev.kept.application.search;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.CREATED;
import static dev.kept.testkit.Fixtures.aFact;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.application.embedding.Embeddings;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.telemetry.Measurement;
import dev.kept.domain.telemetry.Metric;
import dev.kept.testkit.FakeDatabase;
import dev.kept.testkit.FakeEmbeddingCache;
import dev.kept.testkit.FakeEmbeddingModel;
import dev.kept.testkit.FakeMemoryStore;
import dev.kept.testkit.FakeMetrics;
import dev.kept.testkit.FakeSearchIndex;
import dev.kept.testkit.FakeSearchSource;
import dev.kept.testkit.MutableClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchStepsTest {
    private final MutableClock clock = MutableClock.atNoon();
    private final FakeDatabase database = new FakeDatabase(clock);
    private final FakeMemoryStore memories = new FakeMemoryStore(database);
    private final FakeSearchIndex index = new FakeSearchIndex();
    private final FakeMetrics metrics = new FakeMetrics();
    private final Embeddings embeddings = new Embeddings(new FakeEmbeddingModel(), new FakeEmbeddingCache());
    private final Search search =
            new Search(index, new FakeSearchSource(database), embeddings, clock).measuredBy(metrics);

    @Test
    void tellsHowLongEachStepTook() {
        find("orders");

        assertEquals(List.of("embed", "fresh", "index", "marks", "rank"), steps());
    }

    @Test
    void readsTheStoreInPlaceOfAnIndexThatIsDown() {
        index.goDown();
        find("orders");

        assertEquals(List.of("embed", "fresh", "index", "marks", "rank", "store"), steps());
    }

    @Test
    void saysWhichVectorsWereKnown() {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        find("orders");
        find("orders");

        assertEquals(List.of(0.0, 0.0, 1.0, 1.0), metrics.of(Metric.CACHE_HITS, "embedding-memory"));
        assertEquals(List.of(), metrics.of(Metric.CACHE_HITS, "embedding-stored"));
    }

    private void find(String text) {
        search.search(new SearchQuery(SearchFilter.of(ADA, Optional.empty()), text, SearchMode.HYBRID, 10));
    }

    private List<String> steps() {
        return metrics.taken().stream()
                .filter(one -> one.metric() == Metric.SEARCH_STEP_LATENCY)
                .map(Measurement::values)
                .map(List::getFirst)
                .sorted()
                .toList();
    }
}
