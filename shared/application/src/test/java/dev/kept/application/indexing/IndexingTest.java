package dev.kept.application.indexing;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.CREATED;
import static dev.kept.testkit.Fixtures.aFact;
import static dev.kept.testkit.Fixtures.reworded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.search.IndexedModels;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchIndex;
import dev.kept.testkit.FakeContextStore;
import dev.kept.testkit.FakeDatabase;
import dev.kept.testkit.FakeEmbeddingCache;
import dev.kept.testkit.FakeEmbeddingModel;
import dev.kept.testkit.FakeMemoryStore;
import dev.kept.testkit.FakeSearchIndex;
import dev.kept.testkit.FakeSearchSource;
import dev.kept.testkit.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexingTest {
    private final MutableClock clock = MutableClock.atNoon();
    private final FakeDatabase database = new FakeDatabase(clock);
    private final FakeMemoryStore memories = new FakeMemoryStore(database);
    private final FakeSearchSource source = new FakeSearchSource(database);
    private final FakeSearchIndex index = new FakeSearchIndex();
    private final FakeEmbeddingModel model = new FakeEmbeddingModel();
    private final Embeddings embeddings = new Embeddings(model, new FakeEmbeddingCache());
    private final DropWarmContexts warmContexts = new DropWarmContexts(new FakeContextStore(clock), clock);
    private final IndexRecords records = new IndexRecords(source, index, embeddings, warmContexts);

    @Test
    void bringsAChangedRecordInAndTakesItsMarkAway() {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);

        assertEquals(List.of(), records.index(marked()));

        assertEquals(Set.of("MEMORY/m_1"), index.ids());
        assertEquals(List.of(), source.unindexed(ADA, 10));
    }

    @Test
    void embedsARecordOnce() {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        List<RecordKey> keys = marked();

        records.index(keys);
        records.index(keys);
        new RebuildIndex(source, index, embeddings, warmContexts).rebuild(Optional.empty());

        assertEquals(List.of("The orders live in PostgreSQL."), model.asked());
    }

    @Test
    void takesARemovedRecordOut() {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        records.index(marked());
        memories.delete(ADA, new MemoryId("m_1"), OptionalLong.empty());

        records.index(marked());

        assertEquals(Set.of(), index.ids());
        assertEquals(List.of(), source.unindexed(ADA, 10));
    }

    @Test
    void keepsAllMarksWhenTheIndexIsDown() {
        memories.create(aFact(ADA, "m_1", "one"), CREATED);
        memories.create(aFact(ADA, "m_2", "two"), CREATED);
        index.goDown();
        List<RecordKey> keys = marked();

        assertEquals(keys, records.index(keys));

        assertEquals(2, source.unindexed(ADA, 10).size());
    }

    @Test
    void keepsAllMarksWhenTheModelIsDown() {
        memories.create(aFact(ADA, "m_1", "one"), CREATED);
        model.takeDown();
        List<RecordKey> keys = marked();

        assertEquals(keys, records.index(keys));
    }

    @Test
    void keepsTheMarkOfARecordThatTheIndexRejected() {
        memories.create(aFact(ADA, "m_1", "one"), CREATED);
        memories.create(aFact(ADA, "m_2", "two"), CREATED);
        List<RecordKey> keys = marked();

        List<RecordKey> failed =
                new IndexRecords(source, new RejectingIndex("m_2"), embeddings, warmContexts).index(keys);

        assertEquals(List.of(keys.get(1)), failed);
        assertEquals(keys.subList(1, 2), marked());
    }

    @Test
    void keepsTheMarkOfARecordThatChangedMeanwhile() {
        Memory created = memories.create(aFact(ADA, "m_1", "one"), CREATED);
        List<RecordKey> keys = marked();
        model.meanwhile(() -> memories.update(reworded(created, "changed meanwhile", clock.instant()), CREATED));

        records.index(keys);

        assertEquals(keys, marked());
    }

    @Test
    void skipsKeysThatAreGone() {
        RecordKey gone = new RecordKey(ADA, RecordKey.Source.MEMORIES, "MEMORY#m_9");

        assertEquals(List.of(), records.index(List.of(gone, gone)));
    }

    @Test
    void rebuildsALostIndexPageByPage() {
        for (int i = 0; i < 250; i++) {
            memories.create(aFact(ADA, "m_" + i, "fact " + i), CREATED);
        }
        records.index(marked());
        index.drop(FakeEmbeddingModel.ID);
        RebuildIndex rebuild = new RebuildIndex(source, index, embeddings, warmContexts);

        int indexed = 0;
        Optional<String> cursor = Optional.empty();
        do {
            RebuildIndex.Progress progress = rebuild.rebuild(cursor);
            indexed += progress.indexed();
            cursor = progress.next();
        } while (cursor.isPresent());

        assertEquals(250, indexed);
        assertEquals(250, index.ids().size());
        assertTrue(index.isReady());
    }

    @Test
    void saysThatARebuildCannotGoOnWithoutTheIndex() {
        memories.create(aFact(ADA, "m_1", "one"), CREATED);
        index.goDown();

        assertThrows(
                DependencyUnavailable.class,
                () -> new RebuildIndex(source, index, embeddings, warmContexts).rebuild(Optional.empty()));
    }

    @Test
    void leavesFreshMarksToTheStreamAndCatchesUpWithOldOnes() {
        memories.create(aFact(ADA, "m_1", "one"), CREATED);
        CatchUp catchUp = new CatchUp(source, records, clock);

        assertEquals(new CatchUp.Caught(0, 0), catchUp.catchUp());
        clock.advance(Duration.ofMinutes(1));
        assertEquals(new CatchUp.Caught(1, 0), catchUp.catchUp());
        assertEquals(Set.of("MEMORY/m_1"), index.ids());
    }

    private List<RecordKey> marked() {
        return source.unindexedSince(clock.instant().plusSeconds(1), 1_000);
    }
    /// Rejects one record, as an index does with a document that it cannot read.
    private record RejectingIndex(String id) implements SearchIndex {
        @Override
        public Candidates find(IndexQuery query) {
            return new Candidates(List.of(), List.of());
        }

        @Override
        public List<IndexChange> apply(String model, List<IndexChange> changes) {
            return changes.stream()
                    .filter(change -> change instanceof IndexChange.Put put
                            && put.item().id().equals(id))
                    .toList();
        }

        @Override
        public IndexedModels models() {
            return new IndexedModels(Optional.of(FakeEmbeddingModel.ID), Set.of(FakeEmbeddingModel.ID));
        }

        @Override
        public void create(String model) {}

        @Override
        public void use(String model) {}

        @Override
        public void drop(String model) {}

        @Override
        public boolean isReady() {
            return true;
        }
    }
}
