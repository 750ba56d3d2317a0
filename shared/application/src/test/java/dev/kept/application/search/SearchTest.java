package dev.kept.application.search;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.CREATED;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.NOON;
import static dev.kept.testkit.Fixtures.aFact;
import static dev.kept.testkit.Fixtures.aFactIn;
import static dev.kept.testkit.Fixtures.reworded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.indexing.CatchUp;
import dev.kept.application.indexing.IndexRecords;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchMode;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    private final MutableClock clock = MutableClock.atNoon();
    private final FakeDatabase database = new FakeDatabase(clock);
    private final FakeMemoryStore memories = new FakeMemoryStore(database);
    private final FakeSearchSource source = new FakeSearchSource(database);
    private final FakeSearchIndex index = new FakeSearchIndex();
    private final Embeddings embeddings = new Embeddings(new FakeEmbeddingModel(), new FakeEmbeddingCache());
    private final IndexRecords records =
            new IndexRecords(source, index, embeddings, new DropWarmContexts(new FakeContextStore(clock), clock));
    private final Search search = new Search(index, source, embeddings, clock);

    @Test
    void findsAWriteBeforeTheIndexHoldsIt() {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);

        assertEquals(List.of("m_1"), find("Where do the orders live?"));
        assertEquals(0, index.ids().size());
    }

    @Test
    void findsItOnceWhenTheIndexHoldsItAsWell() {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        indexAll();

        assertEquals(List.of("m_1"), find("Where do the orders live?"));
    }

    @Test
    void showsTheChangedContentWhileTheIndexHoldsTheOldOne() {
        Memory created = memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        indexAll();
        memories.update(reworded(created, "The orders live in MongoDB.", clock.instant()), CREATED);

        SearchResults results = ask("orders", SearchMode.HYBRID);

        assertEquals(
                List.of("The orders live in MongoDB."),
                results.results().stream()
                        .map(result -> result.item().content())
                        .toList());
    }

    @Test
    void hidesARemovedRecordWhileTheIndexHoldsIt() {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        indexAll();
        memories.delete(ADA, new MemoryId("m_1"), OptionalLong.empty());

        assertEquals(1, index.ids().size());
        assertEquals(List.of(), find("orders"));
    }

    @Test
    void hidesASupersededMemoryWhileTheIndexHoldsItAsActive() {
        Memory old = memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        indexAll();
        memories.create(aFact(ADA, "m_2", "The orders live in MongoDB now."), CREATED);
        memories.update(old.supersededBy(new MemoryId("m_2"), NOON, clock.instant()), CREATED);

        assertEquals(List.of("m_2"), find("Where do the orders live?"));
    }

    @Test
    void scoresARecordTheSameBeforeAndAfterItIsIndexed() {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        memories.create(aFact(ADA, "m_2", "Orders are shipped on Mondays."), CREATED);
        memories.create(aFact(ADA, "m_3", "The team likes tea."), CREATED);
        List<SearchResult> before =
                ask("Where do the orders live?", SearchMode.HYBRID).results();

        indexAll();

        List<SearchResult> after =
                ask("Where do the orders live?", SearchMode.HYBRID).results();
        assertEquals(signals(before.subList(0, 2)), signals(after.subList(0, 2)));
    }

    @ParameterizedTest
    @EnumSource(SearchMode.class)
    void answersFromTheStoreWhenTheIndexIsDown(SearchMode mode) {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        memories.create(aFact(ADA, "m_2", "The team likes tea."), CREATED);
        indexAll();
        memories.create(aFact(ADA, "m_3", "Orders are shipped on Mondays."), CREATED);
        index.goDown();

        SearchResults results = ask("PostgreSQL orders", mode);

        assertTrue(results.degraded());
        assertEquals("m_1", results.results().get(0).item().id());
        assertEquals("m_3", results.results().get(1).item().id());
    }

    @Test
    void isNotDegradedWhenTheIndexIsBack() {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        index.goDown();
        indexAll();
        assertTrue(ask("orders", SearchMode.HYBRID).degraded());

        index.comeBack();
        clock.advance(Duration.ofMinutes(1));
        new CatchUp(source, records, clock).catchUp();

        SearchResults results = ask("orders", SearchMode.HYBRID);
        assertFalse(results.degraded());
        assertEquals(List.of("MEMORY/m_1"), List.copyOf(index.ids()));
        assertEquals(1, results.results().size());
    }

    @Test
    void answersByWordsAndSaysSoWhenTheEmbeddingModelIsDown() {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        Search withoutModel = new Search(index, source, withoutModel(), clock);

        SearchResults results = withoutModel.search(
                new SearchQuery(SearchFilter.of(ADA, Optional.empty()), "orders", SearchMode.HYBRID, 10));

        assertTrue(results.degraded());
        assertEquals(1, results.results().size());
    }

    @Test
    void needsNoEmbeddingModelInKeywordMode() {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);

        SearchResults results = new Search(index, source, withoutModel(), clock)
                .search(new SearchQuery(SearchFilter.of(ADA, Optional.empty()), "orders", SearchMode.KEYWORD, 10));

        assertFalse(results.degraded());
        assertEquals(1, results.results().size());
    }

    @Test
    void findsNothingOfAnotherOwnerOrProject() {
        memories.create(aFactIn(KEPT, ADA, "m_1", "The orders live in PostgreSQL."), CREATED);
        memories.create(aFact(GRACE, "m_2", "The orders live in MongoDB."), CREATED);
        SearchFilter elsewhere = SearchFilter.of(ADA, Optional.of(new ProjectId("elsewhere")));

        assertEquals(List.of("m_1"), find("orders"));
        assertEquals(
                List.of(),
                search.search(new SearchQuery(elsewhere, "orders", SearchMode.HYBRID, 10))
                        .results());
    }

    @Test
    void returnsNoMoreThanTheLimit() {
        for (int i = 0; i < 20; i++) {
            memories.create(aFact(ADA, "m_" + i, "Order " + i + " was shipped."), CREATED);
        }

        SearchQuery three = new SearchQuery(SearchFilter.of(ADA, Optional.empty()), "order", SearchMode.HYBRID, 3);
        assertEquals(3, search.search(three).results().size());
    }

    @Test
    void givesTheSameAnswerAllDayLong() {
        for (int i = 0; i < 20; i++) {
            memories.create(aFact(ADA, "m_" + i, "The order was shipped."), CREATED);
        }
        List<String> morning = find("order");

        clock.advance(Duration.ofHours(11));

        assertEquals(morning, find("order"));
    }

    @Test
    void highlightsTheSentencesThatMatch() {
        memories.create(aFact(ADA, "m_1", "We met on Monday. The orders live in PostgreSQL. Tea was had."), CREATED);

        assertEquals(
                List.of("The orders live in PostgreSQL."),
                ask("Where is an order?", SearchMode.HYBRID)
                        .results()
                        .getFirst()
                        .highlights());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "?", "🙂", "who are you", "日本語", "\" OR 1=1 --", "\uD800", "\u0000x"})
    void takesAnyQuestion(String text) {
        memories.create(aFact(ADA, "m_1", "The orders live in PostgreSQL."), CREATED);

        assertTrue(ask(text, SearchMode.HYBRID).results().size() <= 1);
        assertTrue(ask(text, SearchMode.KEYWORD).results().size() <= 1);
    }

    @Test
    void refusesAQuestionThatIsEmptyOrTooLong() {
        SearchFilter all = SearchFilter.of(ADA, Optional.empty());

        assertThrows(InvalidRequest.class, () -> new SearchQuery(all, " ", SearchMode.HYBRID, 10));
        assertThrows(InvalidRequest.class, () -> new SearchQuery(all, "x".repeat(10_001), SearchMode.HYBRID, 10));
        assertThrows(InvalidRequest.class, () -> new SearchQuery(all, "x", SearchMode.HYBRID, 0));
    }

    private void indexAll() {
        records.index(source.unindexedSince(clock.instant().plusSeconds(1), 100));
    }

    private List<String> find(String text) {
        return ask(text, SearchMode.HYBRID).results().stream()
                .map(result -> result.item().id())
                .toList();
    }

    private SearchResults ask(String text, SearchMode mode) {
        return search.search(new SearchQuery(SearchFilter.of(ADA, Optional.empty()), text, mode, 10));
    }

    private static List<Signals> signals(List<SearchResult> results) {
        return results.stream().map(SearchResult::signals).toList();
    }

    private static Embeddings withoutModel() {
        return new Embeddings(FakeEmbeddingModel.dead(), new FakeEmbeddingCache());
    }
}
