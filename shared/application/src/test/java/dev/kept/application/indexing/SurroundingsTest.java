package dev.kept.application.indexing;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.aFact;
import static dev.kept.testkit.Fixtures.aSession;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchIndex.IndexQuery;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.testkit.FakeContextStore;
import dev.kept.testkit.FakeDatabase;
import dev.kept.testkit.FakeEmbeddingCache;
import dev.kept.testkit.FakeEmbeddingModel;
import dev.kept.testkit.FakeMemoryStore;
import dev.kept.testkit.FakeSearchIndex;
import dev.kept.testkit.FakeSearchSource;
import dev.kept.testkit.FakeSessionStore;
import dev.kept.testkit.FakeTurnStore;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static final SessionId S1 = new SessionId("s1");

    private final MutableClock clock = MutableClock.atNoon();
    private final FakeDatabase database = new FakeDatabase(clock);
    private final FakeSearchSource source = new FakeSearchSource(database);
    private final FakeTurnStore turns = new FakeTurnStore(database);
    private final FakeEmbeddingModel model = new FakeEmbeddingModel();
    private final FakeSearchIndex index = new FakeSearchIndex();

    @BeforeEach
    void aSessionStarts() {
        new FakeSessionStore(database).create(aSession(ADA, "s1"));
    }

    @Test
    void aTurnIsIndexedByWhatItsWindowMeans() {
        say("Which port is it?", "8080", "Thanks a lot");
        Embedding answer = vector("8080");
        Embedding question = model.embedQuery("Which port is it?");
        assertTrue(answer.cosine(question) > model.embedQuery("8080").cosine(question));
        assertTrue(answer.cosine(model.embedQuery("8080")) > answer.cosine(question));
    }

    @Test
    void aNewTurnBringsItsNeighbourIntoTheIndexAgain() {
        say("Where were you in May?");
        Embedding before = vector("Where were you in May?");
        say("Up in the Dolomites");
        assertTrue(before.cosine(vector("Where were you in May?")) < 0.99);
    }

    @Test
    void whatIsStoredWithTheRecordIsItsOwnVector() {
        say("Which port is it?", "8080");
        SearchRecord stored = source.newest(SearchFilter.of(ADA, Optional.empty()), 10).stream()
                .filter(item -> item.content().equals("8080"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, stored.embedding().orElseThrow().cosine(model.embedQuery("8080")), 1e-6);
    }

    @Test
    void aMemoryHasNoWindow() {
        new FakeMemoryStore(database).create(aFact(ADA, "m_1", "The port is 8080."), Fixtures.CREATED);
        indexAll();
        assertEquals(1, vector("The port is 8080.").cosine(model.embedQuery("The port is 8080.")), 1e-6);
    }

    private void say(String... contents) {
        for (String content : contents) {
            turns.append(ADA, S1, List.of(Fixtures.userSaying(content)), clock.instant());
        }
        indexAll();
    }

    private void indexAll() {
        DropWarmContexts warmContexts = new DropWarmContexts(new FakeContextStore(clock), clock);
        new IndexRecords(source, index, new Embeddings(model, new FakeEmbeddingCache()), warmContexts)
                .index(source.unindexed(ADA, 100).stream().map(Unindexed::key).toList());
    }

    private Embedding vector(String content) {
        IndexQuery query = new IndexQuery(
                SearchFilter.of(ADA, Optional.empty()), content, Optional.empty(), SearchMode.KEYWORD, 100);
        return index.find(query).keyword().stream()
                .map(SearchIndex.Scored::item)
                .filter(item -> item.content().equals(content))
                .findFirst()
                .flatMap(SearchRecord::embedding)
                .orElseThrow();
    }
}
