package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.NOON;
import static dev.kept.testkit.Fixtures.aSession;
import static dev.kept.testkit.Fixtures.aSessionIn;
import static dev.kept.testkit.Fixtures.turn;
import static dev.kept.testkit.Fixtures.turns;
import static dev.kept.testkit.Fixtures.userSaying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.operation.OperationStatus;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.session.AppendedTurns;
import dev.kept.domain.session.AppendedTurns.Receipt;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.TurnQuery;
import dev.kept.domain.session.Utterance;
import dev.kept.testkit.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a {@link dev.kept.domain.session.TurnStore} promises.
public abstract class TurnStoreContract extends StoreContract {
    private static final SessionId S1 = new SessionId("s1");
    private static final SessionId S2 = new SessionId("s2");

    @BeforeEach
    void startASession() {
        stores().sessions().create(aSessionIn(KEPT, ADA, "s1"));
    }

    @Test
    void givesBackWhatWasAppended() {
        Utterance utterance = new Utterance(
                Optional.of("c#1 🙂"),
                Role.TOOL,
                Optional.of("Łukasz"),
                "{\"a\": \"text\\nwith\u0000more\"}",
                NOON.minusMillis(1),
                false,
                Map.of("k", List.of(1, 2.5)));
        AppendedTurns appended = append(utterance);
        Turn expected = new Turn(
                ADA,
                S1,
                Optional.of(KEPT),
                appended.turns().getFirst().turnId(),
                OptionalInt.of(0),
                utterance,
                clock.instant());
        assertEquals(List.of(expected), all());
    }

    @Test
    void keepsTheOrderGiven() {
        AppendedTurns first = append(userSaying("one"), userSaying("two"));
        AppendedTurns second = append(userSaying("three"));
        assertEquals(List.of("one", "two", "three"), contents());
        assertEquals(
                List.of(0, 1, 2),
                all().stream().map(turn -> turn.position().orElseThrow()).toList());
        List<TurnId> ids =
                new ArrayList<>(first.turns().stream().map(Receipt::turnId).toList());
        ids.add(second.turns().getFirst().turnId());
        assertEquals(ids.stream().sorted().toList(), ids);
        Session session = session();
        assertEquals(3, session.activity().turnCount());
        assertEquals(Optional.of(ids.getLast()), session.activity().lastTurnId());
    }

    @Test
    void keepsTheOrderWhenTheClockGoesBack() {
        append(userSaying("one"));
        clock.set(NOON.minusSeconds(3600));
        append(userSaying("two"));
        assertEquals(List.of("one", "two"), contents());
    }

    @Test
    void notesTheActivity() {
        clock.set(NOON.plusSeconds(5));
        append(userSaying("one"));
        assertEquals(NOON.plusSeconds(5), session().activity().lastActivityAt());
        assertEquals(1, session().version());
    }

    @Test
    void storesATurnOnceByTheIdOfTheClient() {
        TurnId first = append(turn("a", "one")).turns().getFirst().turnId();
        AppendedTurns again = append(turn("b", "two"), turn("a", "one"), turn("b", "two"));
        assertEquals(
                List.of(false, true, true),
                again.turns().stream().map(Receipt::duplicate).toList());
        assertEquals(first, again.turns().get(1).turnId());
        assertEquals(again.turns().getFirst().turnId(), again.turns().getLast().turnId());
        assertEquals(List.of("one", "two"), contents());
        assertEquals(2, session().activity().turnCount());
    }

    @Test
    void theSameIdInAnotherSessionIsAnotherTurn() {
        stores().sessions().create(aSession(ADA, "s2"));
        append(turn("a", "one"));
        assertFalse(stores().turns()
                .append(ADA, S2, List.of(turn("a", "one")), clock.instant())
                .turns()
                .getFirst()
                .duplicate());
    }

    @Test
    void aBatchOfDuplicatesStillGetsAnOperation() {
        append(turn("a", "one"));
        AppendedTurns appended = append(turn("b", "two"), turn("c", "three"));
        append(turn("d", "four"));
        AppendedTurns again = append(turn("b", "two"), turn("c", "three"));
        assertTrue(again.turns().stream().allMatch(Receipt::duplicate));
        Operation operation = stores().operations()
                .find(ADA, again.operationId())
                .orElseThrow()
                .operation();
        assertEquals(Optional.of(all().getFirst().id()), operation.after());
        assertEquals(Optional.of(appended.turns().getLast().turnId()), operation.upTo());
        assertEquals(4, session().activity().turnCount());
    }

    @Test
    void makesTheOperationOfTheirExtraction() {
        append(userSaying("one"));
        AppendedTurns appended = append(userSaying("two"), userSaying("three"));
        var report = stores().operations().find(ADA, appended.operationId()).orElseThrow();
        assertEquals(OperationStatus.PENDING, report.status());
        assertEquals(Optional.of(all().getFirst().id()), report.operation().after());
        assertEquals(
                Optional.of(appended.turns().getLast().turnId()),
                report.operation().upTo());
        assertEquals(Optional.empty(), stores().operations().find(GRACE, appended.operationId()));
    }

    @Test
    void takesAHundredTurnsAtOnce() {
        List<Utterance> hundred = new ArrayList<>(turns("c", 60));
        for (int i = 0; i < 40; i++) {
            hundred.add(userSaying("without id " + i));
        }
        AppendedTurns appended = stores().turns().append(ADA, S1, hundred, clock.instant());
        assertEquals(100, appended.turns().size());
        assertEquals(hundred.stream().map(Utterance::content).toList(), contents());
        assertEquals(100, session().activity().turnCount());
        Operation operation = stores().operations()
                .find(ADA, appended.operationId())
                .orElseThrow()
                .operation();
        assertEquals(Optional.empty(), operation.after());
        assertEquals(session().activity().lastTurnId(), operation.upTo());
    }

    @Test
    void takesTheLongestTurns() {
        String longest = "漢".repeat(100_000);
        append(turn("a", longest), turn("b", "x".repeat(100_000)), turn("c", longest));
        assertEquals(List.of(longest, "x".repeat(100_000), longest), contents());
        assertEquals(
                longest,
                ((Unindexed.Changed) stores().source().unindexed(ADA, 10).getFirst())
                        .item()
                        .content());
    }

    @Test
    void refusesTurnsOfASessionThatIsNotThere() {
        assertThrows(
                NotFound.class, () -> stores().turns().append(ADA, S2, List.of(userSaying("one")), clock.instant()));
        assertThrows(
                NotFound.class, () -> stores().turns().append(GRACE, S1, List.of(userSaying("one")), clock.instant()));
        assertEquals(List.of(), stores().turns().after(GRACE, S1, Optional.empty(), 10));
    }

    @Test
    void writersAtTheSameTimeLoseNothingAndReadersMissNothing() {
        int writers = 6;
        AtomicInteger working = new AtomicInteger(writers);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            String name = "w" + w;
            tasks.add(() -> {
                for (int i = 0; i < 8; i++) {
                    append(turn(name + "-" + i + "a", name), turn(name + "-" + i + "b", name));
                }
                return working.decrementAndGet();
            });
        }
        List<Turn> seen = Collections.synchronizedList(new ArrayList<>());
        int total = writers * 16;
        tasks.add(() -> {
            Optional<TurnId> cursor = Optional.empty();
            boolean last;
            do {
                last = working.get() == 0;
                List<Turn> next = stores().turns().after(ADA, S1, cursor, 100);
                seen.addAll(next);
                cursor = seen.isEmpty() ? cursor : Optional.of(seen.getLast().id());
            } while (!last);
            return 0;
        });
        Together.run(tasks);
        assertEquals(all(), seen);
        assertEquals(total, session().activity().turnCount());
        for (int w = 0; w < writers; w++) {
            String name = "w" + w;
            List<String> own = seen.stream()
                    .map(turn -> turn.utterance().clientId().orElseThrow())
                    .filter(id -> id.startsWith(name))
                    .toList();
            assertEquals(own.stream().sorted().toList(), own);
            assertEquals(16, own.size());
        }
    }

    @Test
    void theSameTurnsFromManyWritersAreStoredOnce() {
        List<Callable<AppendedTurns>> writers =
                Collections.nCopies(5, () -> stores().turns().append(ADA, S1, turns("c", 10), clock.instant()));
        List<AppendedTurns> results = Together.run(writers);
        assertEquals(10, all().size());
        assertEquals(
                10,
                results.stream()
                        .flatMap(result -> result.turns().stream())
                        .filter(receipt -> !receipt.duplicate())
                        .count());
        assertEquals(
                1,
                new HashSet<>(results.stream()
                                .map(result -> result.turns().stream()
                                        .map(Receipt::turnId)
                                        .toList())
                                .toList())
                        .size());
    }

    @Test
    void nothingIsLeftOfTurnsThatArriveWhileTheSessionIsDeleted() {
        stores().turns().append(ADA, S1, turns("before", 60), clock.instant());
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
            String name = "w" + w;
            tasks.add(() -> appendUntilGone(name));
        }
        tasks.add(() -> stores().sessions().delete(ADA, S1));
        Together.run(tasks);
        assertEquals(List.of(), all());
        assertEquals(
                List.of(), stores().source().everything(Optional.empty(), 100).items());
        assertThrows(NotFound.class, () -> append(userSaying("late")));
    }

    private boolean appendUntilGone(String name) {
        for (int i = 0; i < 50; i++) {
            try {
                append(turn(name + i, "text"));
            } catch (NotFound _) {
                return true;
            }
        }
        return false;
    }

    @Test
    void readsAfterACursorAndUpToATurn() {
        List<TurnId> ids = stores().turns().append(ADA, S1, turns("c", 5), clock.instant()).turns().stream()
                .map(Receipt::turnId)
                .toList();
        assertEquals(ids.subList(2, 4), ids(stores().turns().after(ADA, S1, Optional.of(ids.get(1)), 2)));
        assertEquals(ids.subList(0, 3), ids(stores().turns().after(ADA, S1, Optional.empty(), 3)));
        assertEquals(List.of(), stores().turns().after(ADA, S1, Optional.of(ids.getLast()), 3));
        assertEquals(ids.subList(1, 4), ids(stores().turns().upTo(ADA, S1, Optional.of(ids.get(3)), 3)));
        assertEquals(ids.subList(3, 5), ids(stores().turns().upTo(ADA, S1, Optional.empty(), 2)));
        assertEquals(ids, ids(stores().turns().upTo(ADA, S1, Optional.empty(), 50)));
    }

    @Test
    void readsASessionInPages() {
        stores().turns().append(ADA, S1, turns("c", 5), clock.instant());
        assertEquals(
                contents(),
                all(2, page -> stores().turns().inSession(ADA, S1, page)).stream()
                        .map(turn -> turn.utterance().content())
                        .toList());
    }

    @Test
    void refusesACursorThatIsNotOfThisList() {
        stores().sessions().create(aSession(ADA, "s2"));
        stores().sessions().create(aSession(GRACE, "s1"));
        for (SessionId session : List.of(S1, S2)) {
            stores().turns().append(ADA, session, turns("c", 3), clock.instant());
        }
        stores().turns().append(GRACE, S1, turns("c", 3), clock.instant());
        assertRefusesForeignCursors(
                page -> stores().turns().inSession(ADA, S1, page),
                page -> stores().turns().inSession(ADA, S2, page));
        assertRefusesForeignCursors(
                page -> stores().turns().inSession(ADA, S1, page),
                page -> stores().turns().inSession(GRACE, S1, page));
        TurnQuery any = new TurnQuery(Optional.empty(), Optional.empty(), Optional.empty());
        assertRefusesForeignCursors(
                page -> stores().turns().list(ADA, any, page),
                page -> stores().turns().list(GRACE, any, page));
    }

    @Test
    void listsAcrossSessionsByTimeAndProject() {
        stores().sessions().create(aSession(ADA, "s2"));
        stores().sessions().create(aSession(GRACE, "s1"));
        said(ADA, S1, "second", NOON.plusSeconds(2));
        said(ADA, S2, "first", NOON.plusSeconds(1));
        said(ADA, S1, "third", NOON.plusSeconds(3));
        said(GRACE, S1, "of another", NOON.plusSeconds(2));
        assertEquals(List.of("first", "second", "third"), listed(Optional.empty(), Optional.empty()));
        assertEquals(List.of("second"), listed(Optional.of(NOON.plusSeconds(2)), Optional.of(NOON.plusSeconds(3))));
        assertEquals(
                List.of("second", "third"),
                texts(all(
                        1,
                        page -> stores().turns()
                                .list(
                                        ADA,
                                        new TurnQuery(Optional.of(KEPT), Optional.empty(), Optional.empty()),
                                        page))));
    }

    private void said(Owner owner, SessionId session, String content, Instant at) {
        Utterance utterance = new Utterance(Optional.empty(), Role.USER, Optional.empty(), content, at, true, Map.of());
        stores().turns().append(owner, session, List.of(utterance), clock.instant());
    }

    private List<String> listed(Optional<Instant> from, Optional<Instant> to) {
        TurnQuery query = new TurnQuery(Optional.empty(), from, to);
        return texts(all(2, page -> stores().turns().list(ADA, query, page)));
    }

    private AppendedTurns append(Utterance... utterances) {
        return stores().turns().append(ADA, S1, List.of(utterances), clock.instant());
    }

    private Session session() {
        return stores().sessions().find(ADA, S1).orElseThrow();
    }

    private List<Turn> all() {
        return stores().turns().after(ADA, S1, Optional.empty(), 1000);
    }

    private List<String> contents() {
        return texts(all());
    }

    private static List<String> texts(List<Turn> turns) {
        return turns.stream().map(turn -> turn.utterance().content()).toList();
    }

    private static List<TurnId> ids(List<Turn> turns) {
        return turns.stream().map(Turn::id).toList();
    }
}
