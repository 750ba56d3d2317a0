package dev.kept.adapters.dynamodb;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.CREATED;
import static dev.kept.testkit.Fixtures.EDITED;
import static dev.kept.testkit.Fixtures.NOON;
import static dev.kept.testkit.Fixtures.aFact;
import static dev.kept.testkit.Fixtures.aSession;
import static dev.kept.testkit.Fixtures.reworded;
import static dev.kept.testkit.Fixtures.turn;
import static dev.kept.testkit.Fixtures.userSaying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.account.AccountRole;
import dev.kept.domain.account.ApiKey;
import dev.kept.domain.account.User;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionLedger.Outcome;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.rate.KeyLimits;
import dev.kept.domain.session.AppendedTurns;
import dev.kept.domain.session.AppendedTurns.Receipt;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import dev.kept.testkit.FakeLargeContent;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// What happens between a store's read and its write, made to happen: another writer comes in
/// right before a transaction of ours.
class RacesIT {
    private static final SessionId S1 = new SessionId("s1");
    private static final SessionRef SESSION = new SessionRef(ADA, S1);
    private final Deque<Runnable> intruders = new ArrayDeque<>();
    private final MutableClock clock = MutableClock.atNoon();
    private final FakeLargeContent large = new FakeLargeContent();
    private final Tables tables = LocalTables.create();
    private final Stores others = LocalTables.stores(LocalTables.CLIENT, tables, clock, large);
    private final Stores ours = LocalTables.stores(LocalTables.client(new Intrusion()), tables, clock, large);

    private final class Intrusion implements ExecutionInterceptor {
        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof TransactWriteItemsRequest && !intruders.isEmpty()) {
                intruders.remove().run();
            }
        }
    }

    @BeforeEach
    void startASession() {
        others.sessions().create(aSession(ADA, "s1"));
    }

    @Test
    void turnsOfAnotherWriterComeFirst() {
        intruders.add(() -> append(others, "theirs"));
        AppendedTurns appended = append(ours, "ours");
        assertEquals(List.of("theirs", "ours"), contents());
        assertEquals(
                Optional.of(ids().getFirst()),
                ours.operations()
                        .find(ADA, appended.operationId())
                        .orElseThrow()
                        .operation()
                        .after());
    }

    @Test
    void turnsOfAnotherWriterComeFirstAlsoForWhoDidNotReadTheSession() {
        AppendedTurns first = append(others, "first");
        intruders.add(() -> append(others, "theirs"));
        AppendedTurns appended = ours.turns()
                .append(
                        SESSION,
                        List.of(turn("ours", "ours")),
                        clock.instant(),
                        Optional.of(first.growth().orElseThrow().after()));
        assertEquals(List.of("first", "theirs", "ours"), contents());
        assertEquals(2, appended.growth().orElseThrow().before().turnCount());
    }

    @Test
    void theSameTurnOfAnotherWriterIsADuplicate() {
        intruders.add(() -> append(others, "same"));
        Receipt receipt = append(ours, "same").turns().getFirst();
        assertTrue(receipt.duplicate());
        assertEquals(List.of(receipt.turnId()), ids());
    }

    @Test
    void aBatchInTwoPartsSurvivesAnotherWriterBetweenThem() {
        List<Utterance> hundred = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            hundred.add(userSaying("ours " + i));
        }
        intruders.add(() -> {});
        intruders.add(() -> append(others, "theirs"));
        AppendedTurns appended = ours.turns().append(ADA, S1, hundred, clock.instant());
        assertEquals(101, contents().size());
        assertEquals("theirs", contents().get(98));
        List<TurnId> own = appended.turns().stream().map(Receipt::turnId).toList();
        assertEquals(own.stream().sorted().distinct().toList(), own);
        var operation = ours.operations()
                .find(ADA, appended.operationId())
                .orElseThrow()
                .operation();
        assertEquals(Optional.empty(), operation.after());
        assertEquals(Optional.of(ids().getLast()), operation.upTo());
    }

    @Test
    void nothingIsAddedToASessionThatIsJustBeingDeleted() {
        intruders.add(() -> others.sessions().delete(ADA, S1));
        assertThrows(NotFound.class, () -> append(ours, "late"));
        assertEquals(List.of(), contents());
        assertEquals(List.of(), others.source().unindexed(ADA, 10));
    }

    @Test
    void givesUpAgainstWritersThatNeverPause() {
        for (int i = 0; i < 100; i++) {
            String name = "theirs " + i;
            intruders.add(() -> append(others, name));
        }
        assertThrows(Throttled.class, () -> append(ours, "ours"));
    }

    @Test
    void aTurnThatArrivesDuringACommitKeepsTheSessionBehind() {
        TurnId turn = append(others, "read").turns().getFirst().turnId();
        intruders.add(() -> append(others, "not read"));
        assertEquals(Outcome.COMMITTED, commit(turn));
        assertEquals(List.of(SESSION), others.sessions().behindSince(NOON.plusSeconds(1), 10));
    }

    @Test
    void aCommitIsOvertakenByAnother() {
        TurnId turn = append(others, "read").turns().getFirst().turnId();
        intruders.add(() -> others.ledger().commit(runTo(turn, List.of())));
        assertEquals(Outcome.OVERTAKEN, commit(turn, new MemoryWrite.Create(aFact(ADA, "m1", "text"), CREATED)));
        assertEquals(Optional.empty(), memory());
    }

    @Test
    void aCommitIsOvertakenByAChangeOfItsMemory() {
        Memory memory = others.memories().create(aFact(ADA, "m1", "old"), CREATED);
        TurnId turn = append(others, "read").turns().getFirst().turnId();
        intruders.add(() -> others.memories().update(reworded(memory, "theirs", NOON), EDITED));
        assertEquals(Outcome.OVERTAKEN, commit(turn, new MemoryWrite.Update(reworded(memory, "ours", NOON), EDITED)));
        assertEquals("theirs", memory().orElseThrow().statement().content());
    }

    @Test
    void aCommitFindsItsSessionGone() {
        TurnId turn = append(others, "read").turns().getFirst().turnId();
        intruders.add(() -> others.sessions().delete(ADA, S1));
        assertEquals(Outcome.SESSION_GONE, commit(turn));
    }

    @Test
    void anUpdateLosesAgainstAnUpdate() {
        Memory memory = others.memories().create(aFact(ADA, "m1", "old"), CREATED);
        intruders.add(() -> others.memories().update(reworded(memory, "theirs", NOON), EDITED));
        assertThrows(Conflict.class, () -> ours.memories().update(reworded(memory, "ours", NOON), EDITED));
        assertEquals(
                2,
                ours.memories()
                        .history(ADA, new MemoryId("m1"), PageRequest.first(10))
                        .items()
                        .size());
    }

    @Test
    void aDeletionTakesTheVersionAlongThatWasJustMade() {
        Memory memory = others.memories().create(aFact(ADA, "m1", "old"), CREATED);
        intruders.add(() -> others.memories().update(reworded(memory, "theirs", NOON), EDITED));
        assertTrue(ours.memories().delete(ADA, memory.id(), OptionalLong.empty()));
        others.memories().create(aFact(ADA, "m1", "new"), CREATED);
        assertEquals(
                1,
                ours.memories()
                        .history(ADA, memory.id(), PageRequest.first(10))
                        .items()
                        .size());
    }

    @Test
    void aRecordThatChangesWhileItsMarkIsTakenAwayKeepsIt() {
        Memory memory = others.memories().create(aFact(ADA, "m1", "old"), CREATED);
        others.memories().create(aFact(ADA, "m2", "unchanged"), CREATED);
        var read = others.source().unindexed(ADA, 10);
        intruders.add(() -> others.memories().update(reworded(memory, "theirs", NOON), EDITED));
        ours.source().markIndexed(read);
        assertEquals(1, others.source().unindexed(ADA, 10).size());
    }

    @Test
    void aKeyThatIsMadeWhileItsUserIsDeletedGoesToo() {
        UserId user = new UserId("ada");
        others.accounts().create(new User(user, Optional.empty(), NOON), key("k1", user));
        intruders.add(() -> others.accounts().create(key("k2", user)));
        assertTrue(ours.accounts().delete(user));
        assertEquals(Optional.empty(), ours.accounts().find(new KeyId("k2")));
        assertEquals(List.of(), ours.accounts().keys(user));
    }

    private static ApiKey key(String id, UserId user) {
        return new ApiKey(new KeyId(id), user, AccountRole.USER, "00", Optional.empty(), KeyLimits.NONE, NOON);
    }

    private AppendedTurns append(Stores stores, String content) {
        return stores.turns().append(ADA, S1, List.of(turn(content, content)), clock.instant());
    }

    private Outcome commit(TurnId to, MemoryWrite... writes) {
        return ours.ledger().commit(runTo(to, List.of(writes)));
    }

    private static ExtractionCommit runTo(TurnId to, List<MemoryWrite> writes) {
        ExtractionRun run = new ExtractionRun(
                Optional.empty(), to, ExtractionCounts.NONE, ExtractionMethod.rules("rules"), NOON, NOON);
        return new ExtractionCommit(SESSION, run, writes);
    }

    private Optional<Memory> memory() {
        return others.memories().find(ADA, new MemoryId("m1"));
    }

    private List<Turn> turns() {
        return others.turns().after(ADA, S1, Optional.empty(), 1000);
    }

    private List<TurnId> ids() {
        return turns().stream().map(Turn::id).toList();
    }

    private List<String> contents() {
        return turns().stream().map(turn -> turn.utterance().content()).toList();
    }
}
