package dev.kept.application.session;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.cache.Cache;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.session.AppendedTurns;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionTail;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.TurnQuery;
import dev.kept.domain.session.TurnStore;
import dev.kept.domain.session.Utterance;
import dev.kept.domain.telemetry.Metric;
import dev.kept.testkit.FakeCache;
import dev.kept.testkit.FakeDatabase;
import dev.kept.testkit.FakeMetrics;
import dev.kept.testkit.FakeSessionStore;
import dev.kept.testkit.FakeTurnStore;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Writers of a session who take where it ends from a copy, and others who do not reach the cache.
class SessionTailsTest {
    private static final SessionId S1 = new SessionId("s1");
    private static final SessionRef SESSION = new SessionRef(ADA, S1);

    private final MutableClock clock = MutableClock.atNoon();
    private final FakeDatabase database = new FakeDatabase(clock);
    private final FakeSessionStore sessions = new FakeSessionStore(database);
    private final FakeTurnStore turns = new FakeTurnStore(database);
    private final FakeCache cache = new FakeCache();
    private final FakeMetrics metrics = new FakeMetrics();
    private final SessionTails tails = new SessionTails(cache, metrics);
    /// What the store was told of where the session ends, one for each batch.
    private final List<Optional<SessionTail>> thoughts = new ArrayList<>();
    private final IngestTurns ingest = new IngestTurns(new Watched(), Redactor.standard(), clock, tails);
    private final IngestTurns withoutCache = new IngestTurns(turns, Redactor.standard(), clock);

    @BeforeEach
    void startASession() {
        start(Optional.of(KEPT));
    }

    private void start(Optional<ProjectId> project) {
        Session.Details details =
                new Session.Details(project, Optional.empty(), Optional.empty(), new TreeSet<>(), Map.of());
        new StartSession(sessions, Redactor.standard(), clock, tails)
                .start(new StartSession.Command(ADA, S1, details, Optional.empty()));
    }

    @Test
    void knowsFromItsStartOnWhereASessionEnds() {
        say("one");
        say("two");
        say("three");

        assertEquals(List.of(0L, 1L, 2L), thoughtCounts());
        assertEquals(List.of(1.0, 1.0, 1.0), hits());
        assertEquals(List.of("one", "two", "three"), contents());
        assertEquals(Optional.of(SessionTail.of(session())), tails.find(SESSION));
    }

    @Test
    void goesOnBehindAWriterWhoDoesNotReachTheCache() {
        say("one");
        withoutCache.ingest(ADA, S1, List.of(Fixtures.userSaying("theirs")));
        say("two");
        say("three");

        assertEquals(List.of("one", "theirs", "two", "three"), contents());
        assertEquals(List.of(1.0, 0.0, 1.0), hits());
    }

    @Test
    void takesTheSameTurnsAgainAsTheyWere() {
        List<Utterance> batch = List.of(Fixtures.turn("a", "one"), Fixtures.turn("b", "two"));
        AppendedTurns first = ingest.ingest(ADA, S1, batch);
        AppendedTurns again = ingest.ingest(ADA, S1, batch);

        assertEquals(
                first.turns().stream().map(AppendedTurns.Receipt::turnId).toList(),
                again.turns().stream().map(AppendedTurns.Receipt::turnId).toList());
        assertEquals(List.of(1.0, 1.0), hits());
        assertEquals(Optional.of(SessionTail.of(session())), tails.find(SESSION));
    }

    @Test
    void addsNothingToASessionWhoseDeletionTheCacheWasNotToldOf() {
        say("one");
        sessions.delete(ADA, S1);
        assertThrows(NotFound.class, () -> say("two"));
        assertEquals(List.of(), contents());

        start(Optional.of(new ProjectId("another")));
        say("three");
        assertEquals(Optional.of(new ProjectId("another")), all().getFirst().projectId());
    }

    @Test
    void forgetsASessionThatIsDeleted() {
        say("one");
        assertEquals(1, cache.size());
        sessions.delete(ADA, S1);
        tails.forget(SESSION);
        assertEquals(0, cache.size());
    }

    @Test
    void addsToASessionThatEndedMeanwhile() {
        say("one");
        sessions.update(session().ended(Optional.empty(), Optional.empty(), clock.instant()));
        say("two");

        assertEquals(List.of("one", "two"), contents());
        assertEquals(List.of(1.0, 1.0), hits());
    }

    @Test
    void isNothingWhileTheCacheIsDown() {
        say("one");
        cache.goDown();
        say("two");
        cache.comeBack();
        say("three");
        say("four");

        assertEquals(List.of("one", "two", "three", "four"), contents());
        assertEquals(List.of(1.0, 0.0, 0.0, 1.0), hits());
    }

    @Test
    void takesNothingFromACopyThatIsDamaged() {
        Cache.Place place = new Cache.Place(ADA, Cache.Drawer.SESSIONS);
        cache.keep(place, 1, Map.of("tail/1 s1", ByteBuffer.wrap(new byte[] {1, 2, 3})));
        say("one");
        assertEquals(List.of(Optional.empty()), thoughts);
    }

    /// In a process of its own it would be old as soon as the next turn comes by another one.
    @Test
    void isOfNoUseInOneProcessAlone() {
        SessionTails alone = new SessionTails(new OfOneProcess(), metrics);
        new IngestTurns(new Watched(), Redactor.standard(), clock, alone)
                .ingest(ADA, S1, List.of(Fixtures.userSaying("one")));
        alone.forget(SESSION);

        assertEquals(List.of(Optional.empty()), thoughts);
        assertEquals(List.of(), hits());
    }

    @Test
    void tellsNoOwnerOfTheSessionsOfAnother() {
        say("one");
        assertEquals(Optional.empty(), tails.find(new SessionRef(GRACE, S1)));
    }

    private void say(String content) {
        ingest.ingest(ADA, S1, List.of(Fixtures.userSaying(content)));
    }

    private List<Long> thoughtCounts() {
        return thoughts.stream()
                .map(thought -> thought.orElseThrow().turnCount())
                .toList();
    }

    private List<Double> hits() {
        return metrics.of(Metric.CACHE_HITS, "session");
    }

    private Session session() {
        return sessions.find(ADA, S1).orElseThrow();
    }

    private List<Turn> all() {
        return turns.after(ADA, S1, Optional.empty(), 100);
    }

    private List<String> contents() {
        return all().stream().map(turn -> turn.utterance().content()).toList();
    }

    /// May not be asked for anything.
    private static final class OfOneProcess implements Cache {
        @Override
        public Map<String, ByteBuffer> find(Place place, long version, Set<String> names) {
            throw new AssertionError();
        }

        @Override
        public void keep(Place place, long version, Map<String, ByteBuffer> copies) {
            throw new AssertionError();
        }

        @Override
        public void forget(Place place, long version) {
            throw new AssertionError();
        }

        @Override
        public void remove(Place place, Set<String> names) {
            throw new AssertionError();
        }

        @Override
        public boolean isShared() {
            return false;
        }
    }

    /// Notes what it is told of where the session ends.
    private final class Watched implements TurnStore {
        @Override
        public AppendedTurns append(
                SessionRef session, List<Utterance> utterances, Instant now, Optional<SessionTail> thought) {
            thoughts.add(thought);
            return turns.append(session, utterances, now, thought);
        }

        @Override
        public Page<Turn> inSession(Owner owner, SessionId session, PageRequest page) {
            return turns.inSession(owner, session, page);
        }

        @Override
        public List<Turn> after(Owner owner, SessionId session, Optional<TurnId> cursor, int limit) {
            return turns.after(owner, session, cursor, limit);
        }

        @Override
        public List<Turn> upTo(Owner owner, SessionId session, Optional<TurnId> last, int limit) {
            return turns.upTo(owner, session, last, limit);
        }

        @Override
        public Page<Turn> list(Owner owner, TurnQuery query, PageRequest page) {
            return turns.list(owner, query, page);
        }
    }
}
