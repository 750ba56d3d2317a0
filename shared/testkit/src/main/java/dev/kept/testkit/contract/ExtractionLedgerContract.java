package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.CREATED;
import static dev.kept.testkit.Fixtures.EDITED;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.NOON;
import static dev.kept.testkit.Fixtures.aFact;
import static dev.kept.testkit.Fixtures.aSession;
import static dev.kept.testkit.Fixtures.reworded;
import static dev.kept.testkit.Fixtures.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionLedger.Outcome;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.extraction.ModelUse;
import dev.kept.domain.extraction.RereadingCommit;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Forgotten;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.memory.StatementSketch;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.operation.OperationReport;
import dev.kept.domain.operation.OperationStatus;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.session.AppendedTurns;
import dev.kept.domain.session.AppendedTurns.Receipt;
import dev.kept.domain.session.ExtractionProgress;
import dev.kept.domain.session.Rereading;
import dev.kept.domain.session.SessionRef;
import dev.kept.testkit.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an {@link dev.kept.domain.extraction.ExtractionLedger} promises.
public abstract class ExtractionLedgerContract extends StoreContract {
    private static final SessionId S1 = new SessionId("s1");
    private static final SessionRef SESSION = new SessionRef(ADA, S1);
    private static final ExtractionMethod METHOD =
            new ExtractionMethod("model:nova/1", Map.of("throttled", 1), new ModelUse(2, 3_000, 400, 2_000, 1_250));
    private static final ExtractionCounts COUNTS = new ExtractionCounts(2, 1, 0, 0, 0, 0, 0)
            .plus(ExtractionCounts.ofTurn(1, 0, List.of("question", "question", "small talk")))
            .plus(ExtractionCounts.ofForgotten())
            .plus(ExtractionCounts.ofPassedOver())
            .plus(ExtractionCounts.ofSkipped())
            .plus(ExtractionCounts.ofUnchanged())
            .plus(ExtractionCounts.ofReworded())
            .plus(ExtractionCounts.ofRemoved());

    @BeforeEach
    void startASession() {
        stores().sessions().create(aSession(ADA, "s1"));
        stores().sessions().create(aSession(GRACE, "s1"));
    }

    @Test
    void writesTheMemoriesAndMovesTheCursor() {
        Memory known = stores().memories().create(aFact(ADA, "m1", "old"), CREATED);
        List<TurnId> ids = append("c", 2);
        Outcome outcome = commit(
                Optional.empty(),
                ids.getLast(),
                new MemoryWrite.Create(aFact(ADA, "m2", "new"), CREATED),
                new MemoryWrite.Update(reworded(known, "changed", NOON), EDITED));
        assertEquals(Outcome.COMMITTED, outcome);
        assertEquals("new", content("m2"));
        assertEquals("changed", content("m1"));
        assertEquals(
                List.of(2L, 1L),
                stores().memories().history(ADA, new MemoryId("m1"), PageRequest.first(10)).items().stream()
                        .map(version -> version.memory().version())
                        .toList());
        assertEquals(new ExtractionProgress(Optional.of(ids.getLast()), Optional.empty()), progress());
        assertEquals(List.of(), stores().sessions().behindSince(NOON.plusSeconds(1), 10));
        assertEquals(
                ExtractionProgress.NONE,
                stores().sessions().find(GRACE, S1).orElseThrow().extraction());
    }

    @Test
    void takesAsManyWritesAsARunMayHave() {
        List<TurnId> ids = append("c", 2);
        List<MemoryWrite> creates = new ArrayList<>();
        List<MemoryWrite> updates = new ArrayList<>();
        for (int i = 0; i < ExtractionCommit.ITEMS_MAX; i++) {
            Memory memory = aFact(ADA, "m" + i, "text");
            creates.add(new MemoryWrite.Create(memory, CREATED));
            if (2 * i < ExtractionCommit.ITEMS_MAX) {
                updates.add(new MemoryWrite.Update(reworded(memory, "changed", NOON), EDITED));
            }
        }
        assertEquals(Outcome.COMMITTED, commit(Optional.empty(), ids.getFirst(), creates));
        assertEquals(Outcome.COMMITTED, commit(Optional.of(ids.getFirst()), ids.getLast(), updates));
        assertEquals("changed", content("m0"));
    }

    @Test
    void aSessionWithTurnsLeftStaysBehind() {
        List<TurnId> ids = append("c", 2);
        commit(Optional.empty(), ids.getFirst());
        assertEquals(List.of(SESSION), stores().sessions().behindSince(NOON.plusSeconds(1), 10));
        commit(Optional.of(ids.getFirst()), ids.getLast());
        assertEquals(List.of(), stores().sessions().behindSince(NOON.plusSeconds(1), 10));
        append("d", 1);
        assertEquals(List.of(SESSION), stores().sessions().behindSince(NOON.plusSeconds(1), 10));
    }

    @Test
    void isOvertakenWhenTheCursorHasMoved() {
        List<TurnId> ids = append("c", 2);
        commit(Optional.empty(), ids.getFirst());
        MemoryWrite write = new MemoryWrite.Create(aFact(ADA, "m1", "text"), CREATED);
        assertEquals(Outcome.OVERTAKEN, commit(Optional.empty(), ids.getLast(), write));
        assertEquals(Optional.of(ids.getFirst()), progress().cursor());
        assertEquals(Optional.empty(), stores().memories().find(ADA, new MemoryId("m1")));
    }

    @Test
    void isOvertakenWhenAMemoryHasChanged() {
        Memory known = stores().memories().create(aFact(ADA, "m1", "old"), CREATED);
        stores().memories().update(reworded(known, "by a person", NOON), EDITED);
        TurnId turn = append("c", 1).getFirst();
        Outcome outcome = commit(
                Optional.empty(),
                turn,
                new MemoryWrite.Create(aFact(ADA, "m2", "new"), CREATED),
                new MemoryWrite.Update(reworded(known, "by extraction", NOON), EDITED));
        assertEquals(Outcome.OVERTAKEN, outcome);
        assertEquals("by a person", content("m1"));
        assertEquals(Optional.empty(), stores().memories().find(ADA, new MemoryId("m2")));
        assertEquals(ExtractionProgress.NONE, progress());
    }

    @Test
    void isOvertakenWhenAMemoryIsGoneOrThereAlready() {
        TurnId turn = append("c", 1).getFirst();
        MemoryWrite gone = new MemoryWrite.Update(aFact(ADA, "m1", "text"), EDITED);
        assertEquals(Outcome.OVERTAKEN, commit(Optional.empty(), turn, gone));
        stores().memories().create(aFact(ADA, "m2", "there"), CREATED);
        MemoryWrite there = new MemoryWrite.Create(aFact(ADA, "m2", "again"), CREATED);
        assertEquals(Outcome.OVERTAKEN, commit(Optional.empty(), turn, there));
        assertEquals("there", content("m2"));
    }

    @Test
    void saysThatTheSessionIsGone() {
        TurnId turn = append("c", 1).getFirst();
        stores().sessions().delete(ADA, S1);
        MemoryWrite write = new MemoryWrite.Create(aFact(ADA, "m1", "text"), CREATED);
        assertEquals(Outcome.SESSION_GONE, commit(Optional.empty(), turn, write));
        assertEquals(Optional.empty(), stores().memories().find(ADA, new MemoryId("m1")));
    }

    @Test
    void oneOfManyCommitsFromTheSamePlaceWins() {
        TurnId turn = append("c", 1).getFirst();
        List<Callable<Outcome>> workers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String id = "m" + i;
            workers.add(() -> commit(Optional.empty(), turn, new MemoryWrite.Create(aFact(ADA, id, "text"), CREATED)));
        }
        List<Outcome> outcomes = Together.run(workers);
        assertEquals(1, outcomes.stream().filter(Outcome.COMMITTED::equals).count());
        assertEquals(5, outcomes.stream().filter(Outcome.OVERTAKEN::equals).count());
        assertEquals(
                1,
                stores().memories()
                        .list(ADA, MemoryQuery.ALL, PageRequest.first(10))
                        .items()
                        .size());
    }

    @Test
    void turnsThatArriveDuringACommitAreStillToBeRead() {
        TurnId turn = append("c", 1).getFirst();
        List<Callable<Object>> tasks = new ArrayList<>();
        tasks.add(() -> commit(Optional.empty(), turn));
        for (int i = 0; i < 4; i++) {
            String prefix = "d" + i;
            tasks.add(() -> append(prefix, 3));
        }
        List<Object> results = Together.run(tasks);
        assertEquals(Outcome.COMMITTED, results.getFirst());
        assertEquals(Optional.of(turn), progress().cursor());
        assertEquals(12, stores().turns().after(ADA, S1, Optional.of(turn), 100).size());
        assertEquals(List.of(SESSION), stores().sessions().behindSince(NOON.plusSeconds(1), 10));
    }

    @Test
    void notesAFailureUntilTheNextCommit() {
        TurnId turn = append("c", 1).getFirst();
        clock.set(NOON.plusSeconds(30));
        stores().ledger().fail(SESSION, "the model refused");
        assertEquals(Optional.of("the model refused"), progress().failure());
        assertEquals(List.of(), stores().sessions().behindSince(NOON.plusSeconds(30), 10));
        assertEquals(List.of(SESSION), stores().sessions().behindSince(NOON.plusSeconds(31), 10));
        commit(Optional.empty(), turn);
        assertEquals(Optional.empty(), progress().failure());
    }

    @Test
    void aFailureOfWhatIsGoneOrDoneIsForgotten() {
        stores().ledger().fail(SESSION, "nothing to do");
        assertEquals(Optional.empty(), progress().failure());
        stores().ledger().fail(new SessionRef(ADA, new SessionId("none")), "gone");
        assertTrue(stores().sessions().find(ADA, new SessionId("none")).isEmpty());
    }

    @Test
    void operationsTellWhatWasCommitted() {
        AppendedTurns first = stores().turns().append(ADA, S1, turns("a", 2), clock.instant());
        AppendedTurns second = stores().turns().append(ADA, S1, turns("b", 2), clock.instant());
        List<TurnId> ids = ids(first);
        assertEquals(OperationStatus.PENDING, report(first.operationId()).status());
        commit(Optional.empty(), ids.getFirst());
        assertEquals(OperationStatus.RUNNING, report(first.operationId()).status());
        commit(Optional.of(ids.getFirst()), ids(second).getFirst());
        OperationReport done = report(first.operationId());
        assertEquals(OperationStatus.SUCCEEDED, done.status());
        assertEquals(ExtractionCounts.sum(List.of(COUNTS, COUNTS)), done.counts());
        assertEquals(COUNTS, report(second.operationId()).counts());
        stores().ledger().fail(SESSION, "broken");
        assertEquals(OperationStatus.FAILED, report(second.operationId()).status());
        assertEquals(Optional.of("broken"), report(second.operationId()).error());
        assertEquals(OperationStatus.SUCCEEDED, report(first.operationId()).status());
    }

    @Test
    void removesAndForgetsMemoriesWithTheirHistory() {
        Memory gone = stores().memories().create(aFact(ADA, "m1", "one"), CREATED);
        Memory edited = stores().memories().update(reworded(gone, "uno", NOON), EDITED);
        Memory wrong = stores().memories().create(aFact(ADA, "m2", "two"), CREATED);
        Memory never = aFact(ADA, "m3", "three");
        TurnId turn = append("c", 1).getFirst();
        Outcome outcome = commit(
                Optional.empty(),
                turn,
                new MemoryWrite.Remove(edited, EDITED),
                new MemoryWrite.Forget(wrong, EDITED, forgotten(wrong)),
                new MemoryWrite.Withhold(never, EDITED, forgotten(never)));
        assertEquals(Outcome.COMMITTED, outcome);
        for (String id : List.of("m1", "m2", "m3")) {
            assertEquals(Optional.empty(), stores().memories().find(ADA, new MemoryId(id)));
            assertEquals(
                    List.of(),
                    stores().memories()
                            .history(ADA, new MemoryId(id), PageRequest.first(10))
                            .items());
        }
        assertEquals(
                Set.of(forgotten(wrong), forgotten(never)),
                Set.copyOf(stores().forgotten().in(ADA, Optional.empty())));
    }

    @Test
    void isOvertakenWhenAMemoryToRemoveHasChanged() {
        Memory known = stores().memories().create(aFact(ADA, "m1", "old"), CREATED);
        stores().memories().update(reworded(known, "by a person", NOON), EDITED);
        TurnId turn = append("c", 1).getFirst();
        assertEquals(
                Outcome.OVERTAKEN,
                commit(Optional.empty(), turn, new MemoryWrite.Forget(known, EDITED, forgotten(known))));
        assertEquals("by a person", content("m1"));
        assertEquals(List.of(), stores().forgotten().in(ADA, Optional.empty()));
    }

    // ------------------------------------------------------------------------------------------------------ again

    @Test
    void readsASessionAgainStepByStep() {
        List<TurnId> ids = append("c", 3);
        commit(Optional.empty(), ids.getLast());
        Operation operation = rereading(ids.getLast());
        assertEquals(operation.id(), stores().ledger().startRereading(operation));
        assertEquals(OperationStatus.PENDING, report(operation.id()).status());
        assertEquals(List.of(SESSION), stores().sessions().behindSince(NOON.plusSeconds(1), 10));
        Rereading start = underWay();
        assertEquals(new Rereading(operation.id(), 0, Optional.empty(), ids.getLast(), Optional.empty()), start);

        assertEquals(Outcome.COMMITTED, step(start, ids.get(1), false, "m1"));
        assertEquals(OperationStatus.RUNNING, report(operation.id()).status());
        assertEquals(Optional.of(ids.get(1)), underWay().cursor());
        assertEquals(1, underWay().steps());
        assertEquals(Outcome.COMMITTED, step(underWay(), ids.getLast(), false, "m2"));
        assertTrue(underWay().isThrough());
        assertEquals(
                Set.of(new MemoryId("m1"), new MemoryId("m2")),
                stores().ledger().foundAgain(SESSION, operation.id()));
        assertEquals(Outcome.COMMITTED, step(underWay(), ids.getLast(), true));

        assertEquals(Optional.empty(), progress().rereading());
        assertEquals(Optional.of(ids.getLast()), progress().cursor());
        OperationReport done = report(operation.id());
        assertEquals(OperationStatus.SUCCEEDED, done.status());
        assertEquals(ExtractionCounts.sum(List.of(COUNTS, COUNTS, COUNTS)), done.counts());
        assertEquals(List.of(), stores().sessions().behindSince(NOON.plusSeconds(1), 10));
    }

    @Test
    void aSessionIsReadAgainOnceAtATime() {
        List<TurnId> ids = append("c", 1);
        commit(Optional.empty(), ids.getLast());
        List<Callable<OperationId>> requests = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            requests.add(() -> stores().ledger().startRereading(rereading(ids.getLast())));
        }
        assertEquals(1, Set.copyOf(Together.run(requests)).size());
    }

    @Test
    void oneOfManyStepsFromTheSamePlaceWins() {
        List<TurnId> ids = append("c", 2);
        commit(Optional.empty(), ids.getLast());
        stores().ledger().startRereading(rereading(ids.getLast()));
        Rereading start = underWay();
        List<Callable<Outcome>> workers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String id = "m" + i;
            workers.add(() -> step(start, ids.getFirst(), false, id));
        }
        List<Outcome> outcomes = Together.run(workers);
        assertEquals(1, outcomes.stream().filter(Outcome.COMMITTED::equals).count());
        assertEquals(5, outcomes.stream().filter(Outcome.OVERTAKEN::equals).count());
        assertEquals(
                1,
                stores().memories()
                        .list(ADA, MemoryQuery.ALL, PageRequest.first(10))
                        .items()
                        .size());
    }

    @Test
    void newTurnsAreReadWhileASessionIsReadAgain() {
        List<TurnId> ids = append("c", 1);
        commit(Optional.empty(), ids.getLast());
        stores().ledger().startRereading(rereading(ids.getLast()));
        TurnId later = append("d", 1).getFirst();
        assertEquals(Outcome.COMMITTED, commit(Optional.of(ids.getLast()), later));
        assertEquals(List.of(SESSION), stores().sessions().behindSince(NOON.plusSeconds(1), 10));
        TurnId last = append("e", 1).getFirst();
        assertEquals(Outcome.COMMITTED, step(underWay(), ids.getLast(), false));
        assertEquals(Outcome.COMMITTED, step(underWay(), ids.getLast(), true));
        assertEquals(List.of(SESSION), stores().sessions().behindSince(NOON.plusSeconds(1), 10));
        assertEquals(Outcome.COMMITTED, commit(Optional.of(later), last));
        assertEquals(List.of(), stores().sessions().behindSince(NOON.plusSeconds(1), 10));
    }

    @Test
    void nothingIsReadAgainOfASessionWithoutTurns() {
        Operation operation = new Operation(
                new OperationId("o_1"),
                ADA,
                Operation.Kind.RE_EXTRACTION,
                S1,
                Optional.empty(),
                Optional.empty(),
                NOON);
        stores().ledger().startRereading(operation);
        assertEquals(OperationStatus.SUCCEEDED, report(operation.id()).status());
        assertEquals(Optional.empty(), progress().rereading());
    }

    @Test
    void nothingIsReadAgainOfWhatIsGone() {
        Operation operation = rereading(append("c", 1).getLast());
        stores().sessions().delete(ADA, S1);
        assertThrows(NotFound.class, () -> stores().ledger().startRereading(operation));
    }

    @Test
    void aFailedRereadingIsAskedForAgain() {
        List<TurnId> ids = append("c", 1);
        commit(Optional.empty(), ids.getLast());
        Operation operation = rereading(ids.getLast());
        stores().ledger().failRereading(SESSION, "there is none");
        stores().ledger().startRereading(operation);
        stores().ledger().failRereading(SESSION, "the model refused");
        assertEquals(OperationStatus.FAILED, report(operation.id()).status());
        assertEquals(Optional.of("the model refused"), report(operation.id()).error());
        stores().operations().retry(operation, NOON.plusSeconds(9));
        assertEquals(OperationStatus.PENDING, report(operation.id()).status());
        stores().ledger().failRereading(SESSION, "the model refused");
        assertEquals(Outcome.COMMITTED, step(underWay(), ids.getLast(), false));
        assertEquals(OperationStatus.RUNNING, report(operation.id()).status());
    }

    @Test
    void aFailedExtractionIsAskedForAgain() {
        AppendedTurns turns = stores().turns().append(ADA, S1, turns("a", 2), clock.instant());
        stores().ledger().fail(SESSION, "broken");
        OperationReport failed = report(turns.operationId());
        assertEquals(OperationStatus.FAILED, failed.status());
        stores().operations().retry(failed.operation(), NOON.plusSeconds(9));
        assertEquals(OperationStatus.PENDING, report(turns.operationId()).status());
        assertEquals(Optional.empty(), progress().failure());
    }

    private static Forgotten forgotten(Memory memory) {
        StatementSketch sketch = new StatementSketch(1, "0a1b2c", 7);
        return new Forgotten(
                ADA, memory.id(), Optional.empty(), List.of(sketch), List.of(), NOON, Optional.of(new TurnId("t_1")));
    }

    private Operation rereading(TurnId upTo) {
        OperationId id = new Ids(clock).operation();
        return new Operation(id, ADA, Operation.Kind.RE_EXTRACTION, S1, Optional.empty(), Optional.of(upTo), NOON);
    }

    private Rereading underWay() {
        return progress().rereading().orElseThrow();
    }

    private Outcome step(Rereading before, TurnId to, boolean last, String... made) {
        ExtractionRun run = new ExtractionRun(before.cursor(), to, COUNTS, METHOD, NOON, NOON.plusMillis(20));
        List<MemoryWrite> writes = new ArrayList<>();
        for (String id : made) {
            writes.add(new MemoryWrite.Create(aFact(ADA, id, "text"), CREATED));
        }
        Set<MemoryId> found = writes.stream().map(write -> write.memory().id()).collect(Collectors.toSet());
        return stores().ledger()
                .commit(new RereadingCommit(SESSION, before, Optional.of(to), run, found, writes, last));
    }

    private OperationReport report(OperationId id) {
        return stores().operations().find(ADA, id).orElseThrow();
    }

    private List<TurnId> append(String prefix, int count) {
        return ids(stores().turns().append(ADA, S1, turns(prefix, count), clock.instant()));
    }

    private static List<TurnId> ids(AppendedTurns appended) {
        return appended.turns().stream().map(Receipt::turnId).toList();
    }

    private Outcome commit(Optional<TurnId> from, TurnId to, MemoryWrite... writes) {
        return commit(from, to, List.of(writes));
    }

    private Outcome commit(Optional<TurnId> from, TurnId to, List<MemoryWrite> writes) {
        ExtractionRun run = new ExtractionRun(from, to, COUNTS, METHOD, NOON, NOON.plusMillis(20));
        return stores().ledger().commit(new ExtractionCommit(SESSION, run, writes));
    }

    private ExtractionProgress progress() {
        return stores().sessions().find(ADA, S1).orElseThrow().extraction();
    }

    private String content(String id) {
        return stores().memories()
                .find(ADA, new MemoryId(id))
                .orElseThrow()
                .statement()
                .content();
    }
}
