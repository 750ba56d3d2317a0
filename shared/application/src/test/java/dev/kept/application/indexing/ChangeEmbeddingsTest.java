package dev.kept.application.indexing;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.CREATED;
import static dev.kept.testkit.Fixtures.aFact;
import static dev.kept.testkit.Fixtures.reworded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.indexing.ChangeEmbeddings.Status;
import dev.kept.application.search.Search;
import dev.kept.application.search.SearchQuery;
import dev.kept.application.search.SearchResults;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.ModelChange.Stage;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchMode;
import dev.kept.testkit.FakeContextStore;
import dev.kept.testkit.FakeDatabase;
import dev.kept.testkit.FakeEmbeddingCache;
import dev.kept.testkit.FakeEmbeddingModel;
import dev.kept.testkit.FakeEmbeddingModels;
import dev.kept.testkit.FakeMemoryStore;
import dev.kept.testkit.FakeModelChangeLog;
import dev.kept.testkit.FakeSearchIndex;
import dev.kept.testkit.FakeSearchSource;
import dev.kept.testkit.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeEmbeddingsTest {
    private static final String OLD = FakeEmbeddingModel.ID;
    private static final String NEW = "better-words-64";
    private static final String KNOWN = "Tide tables hang beside the green door of the pilot station";
    private static final Duration LONG = Duration.ofMinutes(1);

    private final MutableClock clock = MutableClock.atNoon();
    private final FakeDatabase database = new FakeDatabase(clock);
    private final FakeMemoryStore memories = new FakeMemoryStore(database);
    private final FakeSearchSource source = new FakeSearchSource(database);
    private final FakeSearchIndex index = new FakeSearchIndex();
    private final FakeModelChangeLog log = new FakeModelChangeLog();
    private final DropWarmContexts warmContexts = new DropWarmContexts(new FakeContextStore(clock), clock);
    private final FakeEmbeddingModel newModel = new FakeEmbeddingModel(NEW);
    private final Embeddings before = embeddings(new FakeEmbeddingModel());
    private final Embeddings after = embeddings(newModel, new FakeEmbeddingModel());
    private final IndexRecords records = new IndexRecords(source, index, after, warmContexts);
    private final ChangeEmbeddings change = process(after);

    @BeforeEach
    void keepFacts() {
        for (int i = 0; i < 250; i++) {
            memories.create(aFact(ADA, "m_" + i, i == 7 ? KNOWN : "Fact number " + i), CREATED);
        }
        indexAll();
    }

    @Test
    void changesToTheNewModelAndBack() {
        assertEquals(OLD, change.start().models().current().orElseThrow());
        assertEquals(Stage.READY, change.fill(LONG).change().orElseThrow().stage());
        assertEquals(index.ids(OLD), index.ids(NEW));

        assertEquals(NEW, change.useNew().models().current().orElseThrow());
        assertFinds(after, "m_7", KNOWN);
        assertEquals(OLD, change.useOld().models().current().orElseThrow());
        assertFinds(after, "m_7", KNOWN);
    }

    @Test
    void searchesByTheOldModelUntilItIsSwitched() {
        change.start();
        memories.create(aFact(ADA, "m_new", "Ferries leave the northern quay on every full hour"), CREATED);
        indexAll();

        assertFinds(before, "m_new", "Ferries leave the northern quay on every full hour");
        assertFinds(after, "m_new", "Ferries leave the northern quay on every full hour");
        assertFinds(after, "m_7", KNOWN);
    }

    @Test
    void writesIntoBothWhateverTheStage() {
        change.start();
        write("m_during", "while it is filled");
        memories.delete(ADA, new MemoryId("m_3"), OptionalLong.empty());
        indexAll();
        change.fill(LONG);
        write("m_ready", "while it is ready");
        change.useNew();
        write("m_switched", "after the switch");
        change.useOld();

        Set<String> all = index.ids(OLD);
        assertEquals(252, all.size());
        assertEquals(all, index.ids(NEW));
        assertFinds(after, "m_switched", "after the switch");
    }

    @Test
    void keepsAMarkUntilEveryIndexHasTheRecord() {
        change.start();
        newModel.takeDown();
        write("m_late", "while the new model is down");

        assertEquals(1, source.unindexed(ADA, 10).size());
        assertFinds(after, "m_late", "new model is down");

        newModel.bringUp();
        indexAll();
        assertEquals(0, source.unindexed(ADA, 10).size());
        assertTrue(index.ids(NEW).contains("MEMORY/m_late"));
    }

    @Test
    void goesOnWhereAnotherProcessDied() {
        change.start();
        index.goDown();
        assertThrows(DependencyUnavailable.class, () -> change.fill(LONG));
        index.comeBack();
        onePage();
        int filled = index.ids(NEW).size();
        assertTrue(filled > 0 && filled < 250, "one page");

        Status status = process(after).fill(LONG);

        assertEquals(Stage.READY, status.change().orElseThrow().stage());
        assertEquals(250, status.change().orElseThrow().indexed());
        assertEquals(250, index.ids(NEW).size());
    }

    @Test
    void isNotSwitchedBeforeItIsFull() {
        assertThrows(Conflict.class, change::useNew);
        change.start();
        onePage();

        assertThrows(Conflict.class, change::useNew);

        change.fill(LONG);
        change.useNew();
    }

    @Test
    void doesNotBringBackWhatWasRemovedWhileItsPageWasWritten() {
        change.start();
        newModel.meanwhile(() -> {
            memories.delete(ADA, new MemoryId("m_0"), OptionalLong.empty());
            indexAll();
        });

        change.fill(LONG);

        assertFalse(index.ids(NEW).contains("MEMORY/m_0"));
        assertEquals(249, index.ids(NEW).size());
    }

    @Test
    void showsTheChangedContentOfARecordThatChangedWhileItsPageWasWritten() {
        change.start();
        newModel.meanwhile(() -> {
            memories.update(
                    reworded(memories.find(ADA, new MemoryId("m_0")).orElseThrow(), "The pilot sails", clock.instant()),
                    CREATED);
            indexAll();
        });

        change.fill(LONG);
        change.useNew();

        assertFinds(after, "m_0", "pilot");
    }

    @Test
    void storesTheVectorsOfTheModelThatStaysWhenItIsFinished() {
        change.start();
        change.fill(LONG);
        change.useNew();
        assertEquals(OLD, storedModel());

        change.finish();
        assertThrows(Conflict.class, change::useOld);
        assertThrows(Conflict.class, change::finish);
        assertFinds(after, "m_7", KNOWN);
        assertEquals(Set.of(OLD, NEW), change.fill(LONG).models().kept(), "some may still ask the old one");
        clock.advance(Duration.ofSeconds(15));
        assertEquals(Set.of(NEW), change.fill(LONG).models().kept());

        assertFinds(after, "m_7", KNOWN);
        assertEquals(NEW, storedModel());
        assertEquals(Optional.empty(), change.status().change());
        assertThrows(Conflict.class, change::start);
    }

    @Test
    void isGivenUpByFinishingItBeforeTheSwitch() {
        change.start();
        change.fill(LONG);

        change.finish();
        clock.advance(Duration.ofSeconds(15));
        Status finished = change.fill(LONG);

        assertEquals(Set.of(OLD), finished.models().kept());
        assertEquals(Optional.empty(), finished.change());
        assertFinds(after, "m_7", KNOWN);
        change.start();
        assertEquals(Stage.READY, change.fill(LONG).change().orElseThrow().stage());
    }

    @Test
    void fillsOnceMoreWhenItIsStartedAgain() {
        change.start();
        change.fill(LONG);

        assertEquals(0, change.start().change().orElseThrow().indexed());
        assertThrows(Conflict.class, change::useNew);
        change.fill(LONG);
        change.useNew();
    }

    @Test
    void asksTheOldIndexForAWhileWhereTheSwitchIsNotKnownYet() {
        change.start();
        change.fill(LONG);
        assertFinds(after, "m_7", KNOWN);

        change.useNew();

        assertEquals(OLD, after.of(ADA).id());
        assertFinds(after, "m_7", KNOWN);
        clock.advance(Duration.ofSeconds(10));
        assertEquals(NEW, after.of(ADA).id());
    }

    private void onePage() {
        newModel.meanwhile(() -> clock.advance(LONG));
        change.fill(LONG);
    }

    private void write(String id, String content) {
        memories.create(aFact(ADA, id, content), CREATED);
        indexAll();
    }

    private void indexAll() {
        records.index(source.unindexedSince(clock.instant().plusSeconds(1), 1_000));
    }

    private String storedModel() {
        return source.find(ADA, new MemoryId("m_1"))
                .flatMap(item -> item.embedding())
                .orElseThrow()
                .model();
    }

    private void assertFinds(Embeddings embeddings, String id, String text) {
        SearchResults found = new Search(index, source, embeddings, clock)
                .search(new SearchQuery(SearchFilter.of(ADA, Optional.empty()), text, SearchMode.SEMANTIC, 10));
        assertFalse(found.degraded());
        assertEquals(id, found.results().getFirst().item().id());
    }

    private Embeddings embeddings(EmbeddingModel... models) {
        return new Embeddings(List.of(FakeEmbeddingModels.of(models)), new FakeEmbeddingCache(), index, clock);
    }

    private ChangeEmbeddings process(Embeddings embeddings) {
        RebuildIndex rebuild = new RebuildIndex(source, index, embeddings, warmContexts);
        return new ChangeEmbeddings(log, index, rebuild, embeddings, clock);
    }
}
