package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.CREATED;
import static dev.kept.testkit.Fixtures.EDITED;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.NOON;
import static dev.kept.testkit.Fixtures.aFact;
import static dev.kept.testkit.Fixtures.aFactIn;
import static dev.kept.testkit.Fixtures.aMemory;
import static dev.kept.testkit.Fixtures.reworded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Forgotten;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.memory.Origin;
import dev.kept.domain.memory.StatementSketch;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.page.PageRequest;
import dev.kept.testkit.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// What a {@link dev.kept.domain.memory.MemoryStore} promises.
public abstract class MemoryStoreContract extends StoreContract {
    private static final MemoryId M1 = new MemoryId("m1");
    private static final PageRequest TEN = PageRequest.first(10);

    @Test
    void findsWhatWasCreated() {
        Memory memory = new Memory(
                ADA,
                M1,
                new Memory.Statement(
                        MemoryType.DECISION,
                        "We take Łódź over 東京 🙂",
                        "Łódź",
                        0.1,
                        1,
                        List.of("Łódź", "Tokyo"),
                        new TreeSet<>(List.of("b", "a")),
                        true,
                        new TreeSet<>(List.of("type")),
                        Map.of("n", 1, "deep", List.of(Map.of("x", "y")))),
                new Memory.Provenance(
                        Origin.EXTRACTED,
                        Trust.ADOPTED,
                        Optional.of(KEPT),
                        Optional.of(new SessionId("s1")),
                        List.of(new TurnId("t_1"), new TurnId("t_2")),
                        List.of("c1", "c2")),
                new Memory.Validity(
                        MemoryStatus.SUPERSEDED,
                        NOON,
                        Optional.of(NOON.plusSeconds(1)),
                        Optional.of(new MemoryId("m0")),
                        Optional.of(new MemoryId("m2"))),
                new Memory.Usage(7, Optional.of(NOON.plusMillis(5)), -2, NOON, NOON.plusSeconds(9)),
                1);
        assertEquals(memory, stores().memories().create(memory, CREATED));
        assertEquals(Optional.of(memory), find(ADA));
    }

    @Test
    void refusesASecondMemoryOfTheSameId() {
        create(aFact(ADA, "m1", "one"));
        assertFalse(assertThrows(Conflict.class, () -> create(aFact(ADA, "m1", "two")))
                .isVersionRace());
        assertEquals("one", content(ADA));
    }

    @Test
    void keepsMemoriesOfTwoOwnersApart() {
        create(aFact(ADA, "m1", "of ada"));
        create(aFact(GRACE, "m1", "of grace"));
        stores().memories().update(reworded(find(GRACE).orElseThrow(), "changed", NOON), EDITED);
        assertEquals("of ada", content(ADA));
        assertTrue(stores().memories().delete(GRACE, M1, OptionalLong.empty()));
        assertEquals("of ada", content(ADA));
        assertEquals(1, stores().memories().history(ADA, M1, TEN).items().size());
        assertEquals(
                List.of(), stores().memories().list(GRACE, MemoryQuery.ALL, TEN).items());
    }

    @Test
    void anUpdatePutsTheVersionBeforeIntoTheHistory() {
        Memory first = create(aFact(ADA, "m1", "one"));
        Memory second = stores().memories().update(reworded(first, "two", NOON.plusSeconds(1)), EDITED);
        assertEquals(2, second.version());
        assertEquals(Optional.of(second), find(ADA));
        assertEquals(
                List.of(new MemoryVersion(second, EDITED), new MemoryVersion(first, CREATED)),
                stores().memories().history(ADA, M1, TEN).items());
    }

    @Test
    void refusesAnUpdateOfAnotherVersion() {
        Memory first = create(aFact(ADA, "m1", "one"));
        stores().memories().update(reworded(first, "two", NOON), EDITED);
        assertTrue(assertThrows(
                        Conflict.class, () -> stores().memories().update(reworded(first, "three", NOON), EDITED))
                .isVersionRace());
        assertEquals("two", content(ADA));
    }

    @Test
    void refusesToUpdateWhatIsGone() {
        assertThrows(NotFound.class, () -> stores().memories().update(aFact(ADA, "m1", "one"), EDITED));
    }

    @Test
    void oneOfManyUpdatesOfTheSameVersionWins() {
        Memory first = create(aFact(ADA, "m1", "one"));
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String text = "writer " + i;
            writers.add(() -> wins(reworded(first, text, NOON)));
        }
        List<Boolean> won = Together.run(writers);
        assertEquals(1, won.stream().filter(Boolean::booleanValue).count());
        assertEquals(2, find(ADA).orElseThrow().version());
        assertEquals("writer " + won.indexOf(true), content(ADA));
    }

    @Test
    void makesSeveralChangesAtOnce() {
        Memory changed = create(aFact(ADA, "m1", "one"));
        Memory removed = create(aFact(ADA, "m2", "two"));
        Memory wrong = create(aFact(ADA, "m3", "three"));
        Forgotten forgotten = new Forgotten(
                ADA,
                wrong.id(),
                Optional.of(KEPT),
                List.of(new StatementSketch(1, "0102", 3)),
                List.of(new TurnId("t_1")),
                NOON,
                Optional.empty());
        List<Memory> stored = stores().memories()
                .commit(List.of(
                        new MemoryWrite.Create(aFact(ADA, "m4", "four"), CREATED),
                        new MemoryWrite.Remove(removed, EDITED),
                        new MemoryWrite.Update(reworded(changed, "uno", NOON), EDITED),
                        new MemoryWrite.SetAside(reworded(wrong, "tre", NOON), EDITED, forgotten)));
        assertEquals(
                List.of("four", "uno", "tre"),
                stored.stream().map(memory -> memory.statement().content()).toList());
        assertEquals(List.of(1L, 2L, 2L), stored.stream().map(Memory::version).toList());
        assertEquals(Optional.of(stored.get(1)), find(ADA));
        assertEquals(Optional.empty(), stores().memories().find(ADA, removed.id()));
        assertEquals(List.of(forgotten), stores().forgotten().in(ADA, Optional.of(KEPT)));
        assertEquals(List.of(), stores().forgotten().in(ADA, Optional.empty()));
        assertEquals(List.of(), stores().forgotten().in(GRACE, Optional.of(KEPT)));
    }

    @Test
    void makesAllChangesOrNone() {
        Memory current = create(aFact(ADA, "m1", "one"));
        Memory stale = create(aFact(ADA, "m2", "two"));
        stores().memories().update(reworded(stale, "dos", NOON), EDITED);
        MemoryWrite first = new MemoryWrite.Update(reworded(current, "uno", NOON), EDITED);
        MemoryStore memories = stores().memories();
        assertTrue(assertThrows(
                        Conflict.class, () -> memories.commit(List.of(first, new MemoryWrite.Remove(stale, EDITED))))
                .isVersionRace());
        assertFalse(assertThrows(
                        Conflict.class,
                        () -> memories.commit(
                                List.of(first, new MemoryWrite.Create(aFact(ADA, "m2", "again"), CREATED))))
                .isVersionRace());
        assertThrows(
                NotFound.class,
                () -> memories.commit(List.of(first, new MemoryWrite.Update(aFact(ADA, "m9", "x"), EDITED))));
        assertEquals("one", content(ADA));
    }

    @Test
    void aMemoryOfAnotherOwnerIsNotThereToBeChanged() {
        Memory of = create(aFact(GRACE, "m1", "of grace"));
        Memory asIfMine = aFact(ADA, "m1", "of ada");
        assertThrows(
                NotFound.class, () -> stores().memories().commit(List.of(new MemoryWrite.Remove(asIfMine, EDITED))));
        assertEquals(Optional.of(of), stores().memories().find(GRACE, M1));
    }

    @Test
    void removesAMemoryOfManyVersions() {
        Memory memory = create(aFact(ADA, "m1", "one"));
        for (int i = 0; i < MemoryWrite.HISTORY_AT_ONCE + 5; i++) {
            memory = stores().memories().update(reworded(memory, "text " + i, NOON), EDITED);
        }
        stores().memories().commit(List.of(new MemoryWrite.Remove(memory, EDITED)));
        assertEquals(Optional.empty(), find(ADA));
        assertEquals(List.of(), stores().memories().history(ADA, M1, TEN).items());
    }

    @Test
    void erasesWhatWasForgottenWithItsOwner() {
        for (Owner owner : List.of(ADA, GRACE)) {
            Memory memory = create(aFact(owner, "m1", "one"));
            Forgotten forgotten =
                    new Forgotten(owner, M1, Optional.empty(), List.of(), List.of(), NOON, Optional.empty());
            stores().memories().commit(List.of(new MemoryWrite.Forget(memory, EDITED, forgotten)));
        }
        assertEquals(1, stores().forgotten().erase(ADA));
        assertEquals(0, stores().forgotten().erase(ADA));
        assertEquals(List.of(), stores().forgotten().in(ADA, Optional.empty()));
        assertEquals(1, stores().forgotten().in(GRACE, Optional.empty()).size());
    }

    private boolean wins(Memory changed) {
        try {
            stores().memories().update(changed, EDITED);
            return true;
        } catch (Conflict _) {
            return false;
        }
    }

    @Test
    void deletesAMemoryWithItsHistory() {
        Memory memory = create(aFact(ADA, "m1", "one"));
        for (int i = 0; i < 3; i++) {
            memory = stores().memories().update(reworded(memory, "text " + i, NOON), EDITED);
        }
        assertTrue(stores().memories().delete(ADA, M1, OptionalLong.of(4)));
        assertEquals(Optional.empty(), find(ADA));
        assertEquals(List.of(), stores().memories().history(ADA, M1, TEN).items());
        assertFalse(stores().memories().delete(ADA, M1, OptionalLong.empty()));
    }

    @Test
    void refusesToDeleteAnotherVersion() {
        Memory first = create(aFact(ADA, "m1", "one"));
        stores().memories().update(reworded(first, "two", NOON), EDITED);
        assertTrue(assertThrows(Conflict.class, () -> stores().memories().delete(ADA, M1, OptionalLong.of(1)))
                .isVersionRace());
        assertEquals("two", content(ADA));
    }

    @Test
    void aMemoryWithALongHistoryCanBeDeleted() {
        Memory memory = create(aFact(ADA, "m1", "text"));
        for (int i = 0; i < 120; i++) {
            memory = stores().memories().update(reworded(memory, "text " + i, NOON), EDITED);
        }
        assertTrue(stores().memories().delete(ADA, M1, OptionalLong.empty()));
        create(aFact(ADA, "m1", "again"));
        assertEquals(1, stores().memories().history(ADA, M1, TEN).items().size());
    }

    @Test
    void listsNewestFirstInPages() {
        for (int i = 0; i < 5; i++) {
            create(aFact(ADA, "m" + i, "text"));
        }
        assertEquals(List.of("m4", "m3", "m2", "m1", "m0"), listed(MemoryQuery.ALL));
    }

    @Test
    void listsWhatTheQueryAdmits() {
        create(aFactIn(KEPT, ADA, "m1", "in the project"));
        create(aMemory(
                ADA,
                "m2",
                MemoryType.ERROR,
                "in the session",
                Optional.of(KEPT),
                Optional.of(new SessionId("s1")),
                NOON.plusSeconds(1)));
        Memory third = create(aFact(ADA, "m3", "superseded later"));
        stores().memories().update(third.supersededBy(M1, NOON.plusSeconds(60), NOON), EDITED);
        assertEquals(List.of("m2", "m1"), listed(MemoryQuery.ALL));
        assertEquals(List.of("m2", "m1"), listed(MemoryQuery.of(KEPT)));
        assertEquals(List.of("m2"), listed(query(Optional.empty(), Optional.of("s1"), Optional.empty())));
        assertEquals(List.of("m1"), listed(query(Optional.of(MemoryType.FACT), Optional.empty(), Optional.empty())));
        assertEquals(List.of("m3", "m1"), listed(query(Optional.empty(), Optional.empty(), Optional.of(NOON))));
        assertEquals(
                List.of("m2", "m1"),
                listed(query(Optional.empty(), Optional.empty(), Optional.of(NOON.plusSeconds(60)))));
    }

    @Test
    void fillsAPageAlthoughMostAreFilteredOut() {
        for (int i = 0; i < 30; i++) {
            create(aMemory(ADA, "m%02d".formatted(i), i % 10 == 0 ? MemoryType.CODE : MemoryType.FACT, "text"));
        }
        MemoryQuery code = query(Optional.of(MemoryType.CODE), Optional.empty(), Optional.empty());
        assertEquals(
                2,
                stores().memories()
                        .list(ADA, code, PageRequest.first(2))
                        .items()
                        .size());
        assertEquals(List.of("m20", "m10", "m00"), listed(code));
    }

    @Test
    void readsTheHistoryInPages() {
        Memory memory = create(aFact(ADA, "m1", "text"));
        for (int i = 0; i < 4; i++) {
            memory = stores().memories().update(reworded(memory, "text " + i, NOON), EDITED);
        }
        assertEquals(
                List.of(5L, 4L, 3L, 2L, 1L),
                all(2, page -> stores().memories().history(ADA, M1, page)).stream()
                        .map(version -> version.memory().version())
                        .toList());
    }

    @Test
    void refusesACursorThatIsNotOfThisList() {
        for (Owner owner : List.of(ADA, GRACE)) {
            for (String id : List.of("m1", "m2")) {
                Memory memory = create(aFactIn(KEPT, owner, id, "text"));
                stores().memories().update(reworded(memory, "changed", NOON), EDITED);
            }
        }
        assertRefusesForeignCursors(
                page -> stores().memories().list(ADA, MemoryQuery.ALL, page),
                page -> stores().memories().list(GRACE, MemoryQuery.ALL, page));
        assertRefusesForeignCursors(
                page -> stores().memories().list(ADA, MemoryQuery.of(KEPT), page),
                page -> stores().memories().list(ADA, MemoryQuery.ALL, page));
        assertRefusesForeignCursors(
                page -> stores().memories().history(ADA, M1, page),
                page -> stores().memories().history(GRACE, M1, page));
    }

    private Memory create(Memory memory) {
        return stores().memories().create(memory, new Change("ada", "created"));
    }

    private Optional<Memory> find(Owner owner) {
        return stores().memories().find(owner, M1);
    }

    private String content(Owner owner) {
        return find(owner).orElseThrow().statement().content();
    }

    private List<String> listed(MemoryQuery query) {
        return all(2, page -> stores().memories().list(ADA, query, page)).stream()
                .map(memory -> memory.id().value())
                .toList();
    }

    private static MemoryQuery query(Optional<MemoryType> type, Optional<String> session, Optional<Instant> asOf) {
        return new MemoryQuery(
                type,
                Optional.empty(),
                session.map(SessionId::new),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                asOf);
    }
}
