package dev.kept.application.search;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.CREATED;
import static dev.kept.testkit.Fixtures.EDITED;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.aFact;
import static dev.kept.testkit.Fixtures.aFactIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.indexing.IndexRecords;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.search.SearchFilter;
import dev.kept.testkit.FakeContextStore;
import dev.kept.testkit.FakeDatabase;
import dev.kept.testkit.FakeEmbeddingCache;
import dev.kept.testkit.FakeEmbeddingModel;
import dev.kept.testkit.FakeMemoryStore;
import dev.kept.testkit.FakeSearchIndex;
import dev.kept.testkit.FakeSearchSource;
import dev.kept.testkit.MutableClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindSimilarTest {
    private final MutableClock clock = MutableClock.atNoon();
    private final FakeDatabase database = new FakeDatabase(clock);
    private final FakeMemoryStore memories = new FakeMemoryStore(database);
    private final FakeSearchSource source = new FakeSearchSource(database);
    private final FakeSearchIndex index = new FakeSearchIndex();
    private final FakeEmbeddingModel model = new FakeEmbeddingModel();
    private final Embeddings embeddings = new Embeddings(model, new FakeEmbeddingCache());
    private final FindSimilar similar =
            new FindSimilar(memories, source, index, embeddings, new Search(index, source, embeddings, clock));

    @BeforeEach
    void keepFacts() {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        memories.create(aFact(ADA, "m_2", "The orders live in PostgreSQL now."), CREATED);
        memories.create(aFact(ADA, "m_3", "The tea is served at four in the kitchen."), CREATED);
        memories.create(aFactIn(KEPT, ADA, "m_4", "The invoices live in PostgreSQL."), CREATED);
        memories.create(aFact(GRACE, "m_5", "The orders live in PostgreSQL."), CREATED);
    }

    @Test
    void findsTheNearestFirstAndNotTheMemoryItself() {
        indexAll();

        assertEquals(List.of("m_2", "m_4", "m_3"), idsOf(all("m_1")));
        assertTrue(all("m_1").results().getFirst().score() > 0.7);
        assertFalse(all("m_1").degraded());
    }

    @Test
    void seesWhatTheIndexDoesNotHoldYet() {
        indexAll();
        memories.create(aFact(ADA, "m_6", "The orders live in PostgreSQL!"), CREATED);

        assertEquals("m_6", idsOf(all("m_1")).getFirst());
        assertEquals("m_1", idsOf(all("m_6")).getFirst());
    }

    @Test
    void givesTheSameAnswerWithoutTheIndex() {
        indexAll();
        List<String> indexed = idsOf(all("m_1"));
        index.goDown();

        assertEquals(indexed, idsOf(all("m_1")));
        assertTrue(all("m_1").degraded());
    }

    @Test
    void leavesOutTheWholeChainOfReplacements() {
        Memory first = memories.find(ADA, new MemoryId("m_1")).orElseThrow();
        memories.update(first.supersededBy(new MemoryId("m_2"), clock.instant(), clock.instant()), EDITED);
        Memory second = memories.find(ADA, new MemoryId("m_2")).orElseThrow();
        memories.update(second.supersededBy(new MemoryId("m_4"), clock.instant(), clock.instant()), EDITED);

        assertEquals(List.of("m_3"), idsOf(all("m_1")));
        assertEquals(List.of("m_3"), idsOf(all("m_4")));
    }

    @Test
    void staysWithinTheProjectAndTheLimit() {
        assertEquals(
                List.of("m_4"),
                idsOf(similar.similarTo(new MemoryId("m_1"), SearchFilter.of(ADA, Optional.of(KEPT)), 10)));
        assertEquals(
                List.of("m_2"),
                idsOf(similar.similarTo(new MemoryId("m_1"), SearchFilter.of(ADA, Optional.empty()), 1)));
    }

    @Test
    void knowsNoMemoryOfAnotherOwner() {
        assertThrows(NotFound.class, () -> all("m_5"));
        assertThrows(NotFound.class, () -> all("m_9"));
    }

    @Test
    void needsNoModelWhenTheVectorIsStored() {
        indexAll();
        model.takeDown();

        assertEquals(List.of("m_2", "m_4", "m_3"), idsOf(all("m_1")));
        assertFalse(all("m_1").degraded());
    }

    @Test
    void answersByWordsWhenThereIsNoVectorAndNoModel() {
        model.takeDown();

        assertEquals(List.of("m_2", "m_4"), idsOf(all("m_1")));
        assertTrue(all("m_1").degraded());
    }

    @Test
    void embedsAMemoryAnewWhoseVectorIsOfAnotherModel() {
        indexAll();
        index.create("another-64");
        model.become("another-64");
        model.takeDown();
        assertTrue(all("m_1").degraded());

        model.bringUp();
        assertFalse(all("m_1").degraded());
    }

    private SearchResults all(String id) {
        return similar.similarTo(new MemoryId(id), SearchFilter.of(ADA, Optional.empty()), 10);
    }

    private static List<String> idsOf(SearchResults results) {
        return results.results().stream().map(result -> result.item().id()).toList();
    }

    private void indexAll() {
        new IndexRecords(source, index, embeddings, new DropWarmContexts(new FakeContextStore(clock), clock))
                .index(source.unindexedSince(clock.instant().plusSeconds(1), 100));
    }
}
