package dev.kept.application.search;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.CREATED;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.aFact;
import static dev.kept.testkit.Fixtures.aFactIn;
import static dev.kept.testkit.Fixtures.reworded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.indexing.IndexRecords;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.UserId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchRecord;
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
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The searches of one process find no index, while another brings what is written into it.
class RememberedMemoriesTest {
    /// As many as a search reads.
    private static final int MANY = 2_000;

    private final MutableClock clock = MutableClock.atNoon();
    private final FakeDatabase database = new FakeDatabase(clock);
    private final FakeMemoryStore memories = new FakeMemoryStore(database);
    private final FakeSearchSource source = new FakeSearchSource(database);
    private final FakeContextStore contexts = new FakeContextStore(clock);
    private final RememberedMemories remembered = new RememberedMemories(source, contexts);
    private final FakeSearchIndex unreachable = new FakeSearchIndex();
    private final FakeSearchIndex index = new FakeSearchIndex();
    private final Embeddings embeddings = new Embeddings(new FakeEmbeddingModel(), new FakeEmbeddingCache());
    private final Search search = new Search(unreachable, remembered, embeddings, clock);

    @BeforeEach
    void loseTheIndex() {
        unreachable.goDown();
    }

    @Test
    void memoriesAreReadOnceAsLongAsNothingChanges() {
        create("m_1", "The orders live in PostgreSQL.");
        indexAll();
        assertEquals(List.of("m_1"), find());

        create("m_2", "The orders were moved on Monday.");

        assertEquals(List.of("m_1"), newest());
        assertEquals(List.of("m_2", "m_1"), find());
    }

    @Test
    void whatWasIndexedMeanwhileIsReadAnew() {
        create("m_1", "The orders live in PostgreSQL.");
        indexAll();
        find();

        create("m_2", "The orders were moved on Monday.");
        indexAll();

        assertEquals(List.of("m_2", "m_1"), newest());
        assertEquals(List.of("m_2", "m_1"), find());
    }

    @Test
    void aRemovedMemoryDoesNotComeBack() {
        create("m_1", "The orders live in PostgreSQL.");
        indexAll();
        find();

        memories.delete(ADA, new MemoryId("m_1"), OptionalLong.empty());
        assertEquals(List.of(), find());

        indexAll();
        assertEquals(List.of(), find());
    }

    @Test
    void aChangedMemoryIsNotFoundAsItWas() {
        Memory created = create("m_1", "The orders live in PostgreSQL.");
        indexAll();
        find();

        memories.update(reworded(created, "The invoices live in MongoDB.", clock.instant()), CREATED);
        assertEquals(List.of("The invoices live in MongoDB."), contents());

        indexAll();
        assertEquals(List.of("The invoices live in MongoDB."), contents());
    }

    @Test
    void answersEveryFilterAsTheStoreDoes() {
        memories.create(aFactIn(KEPT, ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        create("m_2", "The team likes tea.");
        memories.create(aFact(GRACE, "m_3", "Of somebody else."), CREATED);
        for (int limit : List.of(1, 2, MANY)) {
            for (SearchFilter filter : List.of(
                    everything(),
                    SearchFilter.of(ADA, Optional.of(KEPT)),
                    everything().withKinds(Set.of(Kind.MEMORY)),
                    everything().withKinds(Set.of(Kind.TURN, Kind.DOCUMENT)),
                    everything().withLabels(Set.of(), Set.of("none")),
                    SearchFilter.of(GRACE, Optional.empty()))) {
                assertEquals(source.newest(filter, limit), remembered.newest(filter, limit), filter + " " + limit);
            }
        }
    }

    @Test
    void fewOwnersAreRemembered() {
        create("m_1", "The orders live in PostgreSQL.");
        newest();
        create("m_2", "The orders were moved on Monday.");
        for (int other = 0; other < 9; other++) {
            remembered.newest(SearchFilter.of(Owner.of(new UserId("u" + other)), Optional.empty()), MANY);
        }

        assertEquals(List.of("m_2", "m_1"), newest());
    }

    private Memory create(String id, String content) {
        return memories.create(aFact(ADA, id, content), CREATED);
    }

    private void indexAll() {
        new IndexRecords(source, index, embeddings, new DropWarmContexts(contexts, clock))
                .index(source.unindexedSince(clock.instant().plusSeconds(1), MANY));
    }

    private List<String> newest() {
        return remembered.newest(everything(), MANY).stream()
                .map(SearchRecord::id)
                .toList();
    }

    private List<String> find() {
        return ask().results().stream()
                .map(result -> result.item().id())
                .sorted((one, other) -> other.compareTo(one))
                .toList();
    }

    private List<String> contents() {
        return ask().results().stream().map(result -> result.item().content()).toList();
    }

    private SearchResults ask() {
        return search.search(new SearchQuery(everything(), "Where do the orders live?", SearchMode.HYBRID, 10));
    }

    private static SearchFilter everything() {
        return SearchFilter.of(ADA, Optional.empty());
    }
}
