package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.CREATED;
import static dev.kept.testkit.Fixtures.EDITED;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.NOON;
import static dev.kept.testkit.Fixtures.aFact;
import static dev.kept.testkit.Fixtures.aFactIn;
import static dev.kept.testkit.Fixtures.aSession;
import static dev.kept.testkit.Fixtures.aSessionIn;
import static dev.kept.testkit.Fixtures.reworded;
import static dev.kept.testkit.Fixtures.turn;
import static dev.kept.testkit.Fixtures.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.page.Page;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource.Stretch;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.session.Turn;
import dev.kept.testkit.FakeEmbeddingModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a {@link dev.kept.domain.search.SearchSource} promises.
public abstract class SearchSourceContract extends StoreContract {
    private final FakeEmbeddingModel model = new FakeEmbeddingModel();

    @Test
    void aWriteIsSeenAtOnceNewestFirst() {
        stores().sessions().create(aSession(ADA, "s1"));
        create(aFact(ADA, "m1", "first"));
        clock.advance(Duration.ofMillis(1));
        append("second");
        clock.advance(Duration.ofMillis(1));
        create(aFact(ADA, "m2", "third"));
        create(aFact(GRACE, "m1", "of another"));
        assertEquals(List.of("third", "second", "first"), overlay());
        assertEquals(2, stores().source().unindexed(ADA, 2).size());
        SearchRecord record = changed().getFirst().item();
        assertEquals(
                SearchRecord.of(
                        stores().memories().find(ADA, new MemoryId("m2")).orElseThrow(), record.embedding()),
                record);
    }

    @Test
    void anOwnerIsSettledWhileNothingIsMarked() {
        assertTrue(stores().source().isSettled(ADA));
        stores().sessions().create(aSession(ADA, "s1"));
        append("a turn");
        assertFalse(stores().source().isSettled(ADA));
        assertTrue(stores().source().isSettled(GRACE));
        indexAll();
        assertTrue(stores().source().isSettled(ADA));
        create(aFact(ADA, "m1", "a fact"));
        assertFalse(stores().source().isSettled(ADA));
        indexAll();
        stores().memories().delete(ADA, new MemoryId("m1"), OptionalLong.empty());
        assertFalse(stores().source().isSettled(ADA));
        indexAll();
        assertTrue(stores().source().isSettled(ADA));
    }

    @Test
    void aTurnIsFoundWithThoseAroundIt() {
        stores().sessions().create(aSession(ADA, "s1"));
        stores().sessions().create(aSession(ADA, "s2"));
        stores().turns().append(ADA, new SessionId("s1"), turns("one", 7), clock.instant());
        stores().turns().append(ADA, new SessionId("s2"), turns("other", 2), clock.instant());
        List<TurnId> ids = stores().turns().after(ADA, new SessionId("s1"), Optional.empty(), 10).stream()
                .map(Turn::id)
                .toList();
        assertEquals(ids.subList(1, 6), around(ids.get(3), ids.get(3), 2));
        assertEquals(ids.subList(1, 6), around(ids.get(2), ids.get(4), 1));
        assertEquals(ids.subList(0, 3), around(ids.getFirst(), ids.getFirst(), 2));
        assertEquals(ids, around(ids.get(1), ids.getLast(), 5));
    }

    private List<TurnId> around(TurnId first, TurnId last, int reach) {
        return stores().source().around(new Stretch(ADA, new SessionId("s1"), first, last), reach).stream()
                .map(item -> new TurnId(item.id()))
                .toList();
    }

    @Test
    void aChangeIsSeenAtOnce() {
        Memory memory = create(aFact(ADA, "m1", "old"));
        indexAll();
        assertEquals(List.of(), overlay());
        stores().memories().update(reworded(memory, "new", NOON), EDITED);
        assertEquals(List.of("new"), overlay());
        assertEquals(2, changed().getFirst().item().version());
    }

    @Test
    void anIndexedRecordHasItsEmbeddingAndNoMark() {
        stores().sessions().create(aSession(ADA, "s1"));
        append("a turn");
        create(aFact(ADA, "m1", "a fact"));
        indexAll();
        assertEquals(List.of(), stores().source().unindexed(ADA, 10));
        for (Unindexed.Changed record : everything()) {
            Embedding expected = model.embedQuery(record.item().passage());
            Embedding stored = record.item().embedding().orElseThrow();
            assertEquals(expected.model(), stored.model());
            assertEquals(1, stored.cosine(expected), 1e-5);
        }
        assertEquals(2, everything().size());
    }

    @Test
    void theNewestMemoriesAreReadWhateverTheirStatus() {
        create(aFact(ADA, "m1", "first"));
        Memory second = create(aFact(ADA, "m2", "second"));
        create(aFact(ADA, "m3", "third"));
        create(aFact(GRACE, "m4", "of another"));
        stores().memories().update(second.supersededBy(new MemoryId("m3"), NOON, NOON), EDITED);
        indexAll();
        List<SearchRecord> newest = stores().source().memories(ADA, 2);
        assertEquals(
                List.of("third", "second"),
                newest.stream().map(SearchRecord::content).toList());
        assertTrue(newest.getFirst().embedding().isPresent());
    }

    @Test
    void aMemoryIsReadWithItsEmbedding() {
        create(aFact(ADA, "m1", "a fact"));
        assertTrue(find("m1").orElseThrow().embedding().isEmpty());
        indexAll();
        SearchRecord found = find("m1").orElseThrow();
        assertEquals("a fact", found.content());
        assertEquals(1, found.embedding().orElseThrow().cosine(model.embedQuery("a fact")), 1e-5);
        assertTrue(find("m2").isEmpty());
        assertTrue(stores().source().find(GRACE, new MemoryId("m1")).isEmpty());
    }

    private Optional<SearchRecord> find(String id) {
        return stores().source().find(ADA, new MemoryId(id));
    }

    @Test
    void anEmbeddingIsReplacedByThatOfAnotherModel() {
        create(aFact(ADA, "m1", "a fact"));
        indexAll();
        Embedding other = new FakeEmbeddingModel("another-64").embedQuery("a fact");
        List<Unindexed> renewed = everything().stream()
                .<Unindexed>map(record ->
                        new Unindexed.Changed(record.key(), record.item().withEmbedding(other)))
                .toList();
        stores().source().markIndexed(renewed);
        assertEquals(
                "another-64", find("m1").orElseThrow().embedding().orElseThrow().model());
    }

    @Test
    void theEmbeddingGoesWithTheContentItWasMadeOf() {
        Memory memory = create(aFact(ADA, "m1", "one"));
        indexAll();
        memory = stores().memories().update(memory.supersededBy(new MemoryId("m2"), NOON, NOON), EDITED);
        assertTrue(changed().getFirst().item().embedding().isPresent());
        stores().memories().update(reworded(memory, "two", NOON), EDITED);
        assertTrue(changed().getFirst().item().embedding().isEmpty());
    }

    @Test
    void aRecordThatChangedWhileItWasIndexedStaysMarked() {
        Memory memory = create(aFact(ADA, "m1", "old"));
        create(aFact(ADA, "m2", "unchanged"));
        List<Unindexed> read = stores().source().unindexed(ADA, 10);
        stores().memories().update(reworded(memory, "new", NOON), EDITED);
        stores().source().markIndexed(embedded(read));
        assertEquals(List.of("new"), overlay());
    }

    @Test
    void aRecordThatWasRemovedWhileItWasIndexedStaysRemoved() {
        create(aFact(ADA, "m1", "text"));
        List<Unindexed> read = stores().source().unindexed(ADA, 10);
        stores().memories().delete(ADA, new MemoryId("m1"), OptionalLong.empty());
        stores().source().markIndexed(embedded(read));
        assertEquals(List.of(), everything());
        assertTrue(stores().source().unindexed(ADA, 10).getFirst() instanceof Unindexed.Removed);
    }

    @Test
    void aTombstoneStaysUntilTheIndexHasForgotten() {
        Memory memory = create(aFact(ADA, "m1", "text"));
        stores().memories().update(reworded(memory, "new", NOON), EDITED);
        indexAll();
        stores().memories().delete(ADA, memory.id(), OptionalLong.empty());
        List<Unindexed> marked = stores().source().unindexed(ADA, 10);
        assertEquals(1, marked.size());
        Unindexed.Removed removed = (Unindexed.Removed) marked.getFirst();
        assertEquals(Kind.MEMORY, removed.kind());
        assertEquals("m1", removed.id());
        assertEquals(2, removed.version());
        stores().source().markIndexed(marked);
        assertEquals(List.of(), stores().source().unindexed(ADA, 10));
        stores().source().markIndexed(marked);
    }

    @Test
    void loadsWhatIsStillMarked() {
        stores().sessions().create(aSession(ADA, "s1"));
        append("a turn");
        create(aFact(ADA, "m1", "indexed"));
        indexAll();
        append("another turn");
        create(aFact(ADA, "m2", "a fact"));
        List<RecordKey> keys = new ArrayList<>(
                everything().stream().map(Unindexed.Changed::key).toList());
        stores().memories().delete(ADA, new MemoryId("m1"), OptionalLong.empty());
        keys.add(new RecordKey(ADA, RecordKey.Source.MEMORIES, "TOMBSTONE#memory#m1"));
        keys.add(new RecordKey(GRACE, RecordKey.Source.MEMORIES, "MEMORY#m2"));
        List<Unindexed> loaded = stores().source().load(keys);
        assertEquals(Set.copyOf(stores().source().unindexed(ADA, 10)), Set.copyOf(loaded));
        assertEquals(3, loaded.size());
    }

    @Test
    void namesWhatHasLongBeenMarkedOfAllOwnersOldestFirst() {
        create(aFact(GRACE, "m1", "first"));
        clock.advance(Duration.ofSeconds(1));
        stores().sessions().create(aSession(ADA, "s1"));
        append("second");
        clock.advance(Duration.ofSeconds(1));
        create(aFact(ADA, "m1", "third"));
        List<RecordKey> keys = stores().source().unindexedSince(NOON.plusSeconds(2), 10);
        assertEquals(List.of(GRACE, ADA), keys.stream().map(RecordKey::owner).toList());
        assertEquals(
                List.of(RecordKey.Source.MEMORIES, RecordKey.Source.SESSIONS),
                keys.stream().map(RecordKey::source).toList());
        assertEquals(keys.subList(0, 1), stores().source().unindexedSince(NOON.plusSeconds(2), 1));
        assertEquals(2, stores().source().load(keys).size());
    }

    @Test
    void findsTheNewestThatTheFilterAdmits() {
        stores().sessions().create(aSessionIn(KEPT, ADA, "s1"));
        stores().sessions().create(aSession(ADA, "s2"));
        append("in the project");
        stores().turns().append(ADA, new SessionId("s2"), List.of(turn("x", "elsewhere")), clock.instant());
        create(aFactIn(KEPT, ADA, "m1", "project fact"));
        create(aFact(ADA, "m2", "other fact"));
        create(aFact(GRACE, "m3", "of another"));
        SearchFilter any = SearchFilter.of(ADA, Optional.empty());
        assertEquals(Set.of("in the project", "elsewhere", "project fact", "other fact"), newest(any, 10));
        assertEquals(Set.of("in the project", "project fact"), newest(SearchFilter.of(ADA, Optional.of(KEPT)), 10));
        assertEquals(Set.of("project fact", "other fact"), newest(any.withKinds(Set.of(Kind.MEMORY)), 10));
        assertEquals(Set.of("project fact", "other fact"), newest(any.withTypes(Set.of(MemoryType.FACT)), 10));
        assertEquals(Set.of("other fact"), newest(any.withKinds(Set.of(Kind.MEMORY)), 1));
        indexAll();
        assertEquals(4, newest(any, 10).size());
    }

    @Test
    void goesThroughEverythingOfAllOwners() {
        for (Owner owner : List.of(ADA, GRACE)) {
            stores().sessions().create(aSession(owner, "s1"));
            stores().turns().append(owner, new SessionId("s1"), turns("c", 7), clock.instant());
            for (int i = 0; i < 5; i++) {
                Memory memory = create(aFact(owner, "m" + i, "text"));
                stores().memories().update(reworded(memory, "changed", NOON), EDITED);
            }
        }
        stores().memories().delete(ADA, new MemoryId("m0"), OptionalLong.empty());
        List<Unindexed.Changed> all = everything();
        assertEquals(23, all.size());
        assertEquals(
                23,
                Set.copyOf(all.stream().map(Unindexed.Changed::key).toList()).size());
    }

    private Memory create(Memory memory) {
        return stores().memories().create(memory, CREATED);
    }

    private void append(String content) {
        stores().turns().append(ADA, new SessionId("s1"), List.of(turn(content, content)), clock.instant());
    }

    private void indexAll() {
        stores().source().markIndexed(embedded(stores().source().unindexed(ADA, 100)));
    }

    private List<Unindexed> embedded(List<Unindexed> records) {
        return records.stream().map(this::embedded).toList();
    }

    private Unindexed embedded(Unindexed record) {
        return switch (record) {
            case Unindexed.Changed(RecordKey key, SearchRecord item) ->
                new Unindexed.Changed(key, withEmbedding(item, model.embedQuery(item.passage())));
            case Unindexed.Removed removed -> removed;
        };
    }

    private static SearchRecord withEmbedding(SearchRecord item, Embedding embedding) {
        return new SearchRecord(
                item.owner(),
                item.kind(),
                item.id(),
                item.content(),
                item.summary(),
                item.type(),
                item.role(),
                item.speaker(),
                item.projectId(),
                item.sessionId(),
                item.position(),
                item.occurredAt(),
                item.importance(),
                item.feedback(),
                item.pinned(),
                item.entities(),
                item.tags(),
                item.sourceTurnIds(),
                item.clientTurnIds(),
                item.status(),
                item.validTo(),
                item.source(),
                Optional.of(embedding),
                item.version());
    }

    private List<Unindexed.Changed> changed() {
        return stores().source().unindexed(ADA, 100).stream()
                .map(Unindexed.Changed.class::cast)
                .toList();
    }

    private List<String> overlay() {
        return changed().stream().map(record -> record.item().content()).toList();
    }

    private Set<String> newest(SearchFilter filter, int limit) {
        List<SearchRecord> found = stores().source().newest(filter, limit);
        return Set.copyOf(found.stream().map(SearchRecord::content).toList());
    }

    private List<Unindexed.Changed> everything() {
        List<Unindexed.Changed> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Unindexed.Changed> page = stores().source().everything(cursor, 3);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }
}
