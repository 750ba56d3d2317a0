package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.NOON;
import static dev.kept.testkit.Fixtures.aSession;
import static dev.kept.testkit.Fixtures.aSessionIn;
import static dev.kept.testkit.Fixtures.turn;
import static dev.kept.testkit.Fixtures.turns;
import static dev.kept.testkit.Fixtures.userSaying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.session.AppendedTurns;
import dev.kept.domain.session.AppendedTurns.Growth;
import dev.kept.domain.session.AppendedTurns.Receipt;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStatus;
import dev.kept.domain.session.SessionTail;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import dev.kept.testkit.Together;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever a writer thinks of where a session ends, a {@link dev.kept.domain.session.TurnStore} writes the same.
public abstract class SessionTailContract extends StoreContract {
    private static final SessionId S1 = new SessionId("s1");
    private static final SessionRef SESSION = new SessionRef(ADA, S1);
    private static final ProjectId SHOP = new ProjectId("shop");
    private static final SessionTail NEW = new SessionTail(Optional.of(KEPT), Optional.empty(), 0);

    @BeforeEach
    void startASession() {
        stores().sessions().create(aSessionIn(KEPT, ADA, "s1"));
    }

    @Test
    void tellsWhereTheSessionEnded() {
        Growth first = grown(append(NEW, turn("a", "one"), turn("b", "two")));
        assertEquals(NEW, first.before());
        assertEquals(SessionTail.of(session()), first.after());
        Growth second = grown(append(Optional.empty(), userSaying("three")));
        assertEquals(first.after(), second.before());
        assertEquals(SessionTail.of(session()), second.after());
    }

    @Test
    void tellsOfNoGrowthWhereNothingWasNew() {
        append(NEW, turn("a", "one"));
        assertEquals(
                Optional.empty(), append(Optional.empty(), turn("a", "one")).growth());
    }

    @Test
    void goesOnFromWhereTheSessionIsThoughtToEnd() {
        SessionTail tail = NEW;
        for (int i = 0; i < 5; i++) {
            tail = grown(append(tail, userSaying("turn " + i))).after();
        }
        assertInOrder(5);
        assertEquals(tail, SessionTail.of(session()));
    }

    @Test
    void goesOnFromWhereItEndsInsteadWhenOthersWroteSince() {
        append(Optional.empty(), userSaying("theirs"), userSaying("theirs too"));
        AppendedTurns appended = append(NEW, userSaying("ours"));
        assertEquals(List.of("theirs", "theirs too", "ours"), contents());
        assertInOrder(3);
        assertEquals(
                Optional.of(all().get(1).id()),
                operation(appended.operationId()).after());
        assertEquals(2, grown(appended).before().turnCount());
    }

    @Test
    void findsItsOwnTurnsAgain() {
        List<TurnId> first = ids(append(NEW, turn("a", "one"), turn("b", "two")));
        AppendedTurns again = append(NEW, turn("a", "one"), turn("b", "two"));
        assertEquals(first, ids(again));
        assertEquals(Optional.empty(), again.growth());
        assertEquals(2, session().activity().turnCount());
        AppendedTurns more = append(NEW, turn("b", "two"), turn("c", "three"));
        assertEquals(
                List.of(true, false),
                more.turns().stream().map(Receipt::duplicate).toList());
        assertInOrder(3);
    }

    /// What never was true is no better than what is not true any more.
    @Test
    void believesNothingThatNeverWas() {
        Growth real = grown(append(NEW, userSaying("one")));
        SessionTail otherProject = new SessionTail(
                Optional.of(SHOP), real.after().lastTurnId(), real.after().turnCount());
        append(otherProject, userSaying("two"));
        SessionTail otherCount =
                new SessionTail(Optional.of(KEPT), SessionTail.of(session()).lastTurnId(), 40);
        append(otherCount, userSaying("three"));
        append(new SessionTail(Optional.of(KEPT), Optional.of(new TurnId("k_zzz")), 3), userSaying("four"));
        assertInOrder(4);
        assertEquals(
                List.of(Optional.of(KEPT)),
                all().stream().map(Turn::projectId).distinct().toList());
    }

    @Test
    void addsNothingToASessionThatIsGone() {
        SessionTail tail = grown(append(NEW, turn("a", "one"))).after();
        stores().sessions().delete(ADA, S1);
        assertThrows(NotFound.class, () -> append(tail, turn("b", "two")));
        assertThrows(NotFound.class, () -> append(tail, turn("a", "one")));
        assertThrows(NotFound.class, () -> append(tail, userSaying("漢".repeat(100_000))));
        assertEquals(List.of(), all());
        assertEquals(0, large.keys().size());
    }

    @Test
    void addsNothingToAnEarlierSessionOfThatName() {
        stores().sessions().delete(ADA, S1);
        stores().sessions().create(aSessionIn(SHOP, ADA, "s1"));
        append(NEW, userSaying("one"));
        assertEquals(Optional.of(SHOP), all().getFirst().projectId());
        stores().sessions().delete(ADA, S1);
        stores().sessions().create(aSession(ADA, "s1"));
        append(new SessionTail(Optional.of(SHOP), Optional.empty(), 0), userSaying("one"));
        assertEquals(Optional.empty(), all().getFirst().projectId());
    }

    @Test
    void addsToASessionThatEndedMeanwhileAsIfItHadBeenRead() {
        SessionTail tail = grown(append(NEW, userSaying("one"))).after();
        Session ended = session().ended(Optional.empty(), Optional.of("done"), NOON.plusSeconds(1));
        stores().sessions().update(ended);
        append(tail, userSaying("two"));
        assertInOrder(2);
        assertEquals(SessionStatus.ENDED, session().activity().status());
        assertEquals(Optional.of("done"), session().activity().summary());
    }

    /// More than one transaction holds, so that one part follows another.
    @Test
    void goesOnFromThereInParts() {
        SessionTail tail = grown(append(NEW, userSaying("first"))).after();
        List<Utterance> hundred = turns("c", 100);
        AppendedTurns appended = stores().turns().append(SESSION, hundred, clock.instant(), Optional.of(tail));
        assertEquals(new Growth(tail, SessionTail.of(session())), grown(appended));
        assertInOrder(101);
        stores().turns().append(SESSION, turns("d", 100), clock.instant(), Optional.of(tail));
        assertInOrder(201);
    }

    @Test
    void losesNothingWhereManyThinkTheSame() {
        List<Callable<AppendedTurns>> writers = IntStream.range(0, 6)
                .mapToObj(writer -> (Callable<AppendedTurns>) () -> append(NEW, turn("w" + writer, "turn")))
                .toList();
        Together.run(writers);
        assertInOrder(6);
    }

    private void assertInOrder(int count) {
        assertEquals(
                IntStream.range(0, count).boxed().toList(),
                all().stream().map(turn -> turn.position().orElseThrow()).toList());
        assertEquals(count, session().activity().turnCount());
        assertEquals(Optional.of(all().getLast().id()), session().activity().lastTurnId());
    }

    private AppendedTurns append(SessionTail thought, Utterance... utterances) {
        return append(Optional.of(thought), utterances);
    }

    private AppendedTurns append(Optional<SessionTail> thought, Utterance... utterances) {
        return stores().turns().append(SESSION, List.of(utterances), clock.instant(), thought);
    }

    private static Growth grown(AppendedTurns appended) {
        return appended.growth().orElseThrow();
    }

    private static List<TurnId> ids(AppendedTurns appended) {
        return appended.turns().stream().map(Receipt::turnId).toList();
    }

    private Operation operation(OperationId id) {
        return stores().operations().find(ADA, id).orElseThrow().operation();
    }

    private Session session() {
        return stores().sessions().find(ADA, S1).orElseThrow();
    }

    private List<Turn> all() {
        return stores().turns().after(ADA, S1, Optional.empty(), 1000);
    }

    private List<String> contents() {
        return all().stream().map(turn -> turn.utterance().content()).toList();
    }
}
