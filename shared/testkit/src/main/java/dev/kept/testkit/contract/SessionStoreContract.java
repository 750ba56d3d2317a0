package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.NOON;
import static dev.kept.testkit.Fixtures.aSession;
import static dev.kept.testkit.Fixtures.aSessionIn;
import static dev.kept.testkit.Fixtures.turn;
import static dev.kept.testkit.Fixtures.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.operation.OperationStatus;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.session.AppendedTurns;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionLink;
import dev.kept.domain.session.SessionLink.Relation;
import dev.kept.domain.session.SessionQuery;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What a {@link dev.kept.domain.session.SessionStore} promises.
public abstract class SessionStoreContract extends StoreContract {
    private static final SessionQuery ALL =
            new SessionQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final SessionId S1 = new SessionId("s1");
    private static final SessionId S2 = new SessionId("s2");

    @Test
    void findsWhatWasCreated() {
        Session.Details details = new Session.Details(
                Optional.of(new ProjectId("Größe & more")),
                Optional.of("Title"),
                Optional.of(S2),
                new TreeSet<>(List.of("b", "a")),
                Map.of("count", 3, "nested", Map.of("list", List.of("x", true))));
        Session session = Session.started(ADA, S1, details, NOON.minusSeconds(60), NOON);
        stores().sessions().create(session);
        assertEquals(Optional.of(session), stores().sessions().find(ADA, S1));
    }

    @Test
    void refusesASecondSessionOfTheSameId() {
        stores().sessions().create(aSession(ADA, "s1"));
        assertFalse(assertThrows(Conflict.class, () -> stores().sessions().create(aSession(ADA, "s1")))
                .isVersionRace());
    }

    @Test
    void keepsSessionsOfTwoOwnersApart() {
        stores().sessions().create(aSession(ADA, "s1"));
        assertEquals(Optional.empty(), stores().sessions().find(GRACE, S1));
        stores().sessions().create(aSessionIn(KEPT, GRACE, "s1"));
        assertEquals(
                Optional.empty(),
                stores().sessions().find(ADA, S1).orElseThrow().details().projectId());
        assertTrue(stores().sessions().delete(GRACE, S1));
        assertTrue(stores().sessions().find(ADA, S1).isPresent());
        assertEquals(
                1,
                stores().sessions()
                        .list(ADA, ALL, PageRequest.first(10))
                        .items()
                        .size());
    }

    @Test
    void changesDetailsAndCountsTheVersion() {
        stores().sessions().create(aSessionIn(KEPT, ADA, "s1"));
        Session changed = titled(stored(), "New");
        Session updated = stores().sessions().update(changed);
        assertEquals(2, updated.version());
        assertEquals(Optional.of("New"), updated.details().title());
        assertEquals(Optional.empty(), updated.details().projectId());
        assertEquals(updated, stored());
        assertEquals(
                List.of(),
                stores().sessions()
                        .list(ADA, SessionQuery.of(KEPT), PageRequest.first(10))
                        .items());
    }

    @Test
    void refusesAnUpdateOfAnotherVersion() {
        stores().sessions().create(aSession(ADA, "s1"));
        Session read = stored();
        stores().sessions().update(titled(read, "First"));
        assertTrue(assertThrows(Conflict.class, () -> stores().sessions().update(titled(read, "Second")))
                .isVersionRace());
        assertEquals(Optional.of("First"), stored().details().title());
    }

    @Test
    void refusesToUpdateWhatIsGone() {
        assertThrows(NotFound.class, () -> stores().sessions().update(aSession(ADA, "s1")));
    }

    @Test
    void turnsAreNoChangeOfTheSession() {
        stores().sessions().create(aSession(ADA, "s1"));
        Session read = stored();
        append(ADA, S1, "c1");
        Session updated = stores().sessions().update(titled(read, "Title"));
        assertEquals(1, updated.activity().turnCount());
        assertTrue(updated.activity().lastTurnId().isPresent());
    }

    @Test
    void endsASessionWithItsOperation() {
        stores().sessions().create(aSession(ADA, "s1"));
        append(ADA, S1, "c1");
        Session ended = stored().ended(Optional.of("done"), Optional.of("all"), clock.instant());
        Operation operation = finalExtraction(ended);
        Session stored = stores().sessions().end(ended, operation);
        assertEquals(SessionStatus.ENDED, stored.activity().status());
        assertEquals(2, stored.version());
        assertEquals(stored, stored());
        assertEquals(
                OperationStatus.PENDING,
                stores().operations().find(ADA, operation.id()).orElseThrow().status());
        assertTrue(assertThrows(Conflict.class, () -> stores().sessions().end(ended, finalExtraction(ended)))
                .isVersionRace());
    }

    @Test
    void takesTurnsAfterItsEnd() {
        stores().sessions().create(aSession(ADA, "s1"));
        Session ended = stored().ended(Optional.empty(), Optional.empty(), clock.instant());
        stores().sessions().end(ended, finalExtraction(ended));
        append(ADA, S1, "late");
        assertEquals(1, stored().activity().turnCount());
        assertEquals(SessionStatus.ENDED, stored().activity().status());
    }

    @Test
    void listsNewestStartFirstInPages() {
        for (int i = 0; i < 5; i++) {
            stores().sessions().create(aSession(ADA, "s" + i, NOON.plusSeconds(i)));
        }
        assertEquals(
                List.of("s4", "s3", "s2", "s1", "s0"),
                all(2, page -> stores().sessions().list(ADA, ALL, page)).stream()
                        .map(session -> session.id().value())
                        .toList());
    }

    @Test
    void theLastPageHasNoCursor() {
        stores().sessions().create(aSession(ADA, "s1"));
        stores().sessions().create(aSession(ADA, "s2"));
        assertEquals(
                Optional.empty(),
                stores().sessions().list(ADA, ALL, PageRequest.first(2)).next());
    }

    @Test
    void listsWhatTheQueryAdmits() {
        stores().sessions().create(aSession(ADA, "s1", Optional.of(KEPT), NOON));
        stores().sessions().create(aSession(ADA, "s2", Optional.of(KEPT), NOON.plusSeconds(10)));
        stores().sessions().create(aSession(ADA, "s3", NOON.plusSeconds(20)));
        assertEquals(List.of("s2", "s1"), listed(SessionQuery.of(KEPT)));
        assertEquals(List.of("s2", "s1"), listed(between(NOON, NOON.plusSeconds(20))));
        assertEquals(List.of("s3"), listed(between(NOON.plusSeconds(20), NOON.plusSeconds(30))));
        assertEquals(List.of(), listed(between(NOON.plusSeconds(30), NOON)));
        Session tagged = stores().sessions().find(ADA, S2).orElseThrow();
        stores().sessions()
                .update(tagged.withDetails(
                        new Session.Details(
                                Optional.of(KEPT),
                                Optional.empty(),
                                Optional.empty(),
                                new TreeSet<>(List.of("x")),
                                Map.of()),
                        NOON));
        assertEquals(
                List.of("s2"),
                listed(new SessionQuery(
                        Optional.of(KEPT),
                        Optional.of(SessionStatus.ACTIVE),
                        Optional.of("x"),
                        Optional.empty(),
                        Optional.empty())));
    }

    @Test
    void refusesACursorThatIsNotOfThisList() {
        for (Owner owner : List.of(ADA, GRACE)) {
            stores().sessions().create(aSessionIn(KEPT, owner, "s1"));
            stores().sessions().create(aSessionIn(KEPT, owner, "s2"));
        }
        assertRefusesForeignCursors(
                page -> stores().sessions().list(ADA, ALL, page),
                page -> stores().sessions().list(GRACE, ALL, page));
        assertRefusesForeignCursors(
                page -> stores().sessions().list(ADA, ALL, page),
                page -> stores().sessions().list(ADA, SessionQuery.of(KEPT), page));
    }

    @Test
    void deletesASessionWithAllThatBelongsToIt() {
        stores().sessions().create(aSession(ADA, "s1"));
        stores().sessions().create(aSession(ADA, "s2"));
        AppendedTurns appended = stores().turns().append(ADA, S1, turns("c", 100), NOON);
        stores().sessions().link(ADA, new SessionLink(S2, S1, Relation.CONTINUES, NOON));
        assertTrue(stores().sessions().delete(ADA, S1));
        assertEquals(Optional.empty(), stores().sessions().find(ADA, S1));
        assertEquals(
                List.of(),
                stores().turns().inSession(ADA, S1, PageRequest.first(10)).items());
        assertEquals(Optional.empty(), stores().operations().find(ADA, appended.operationId()));
        assertEquals(List.of(), stores().sessions().links(ADA, S2));
        assertEquals(List.of(S2.value()), listed(ALL));
        List<Unindexed> marked = stores().source().unindexed(ADA, 1000);
        assertEquals(100, marked.size());
        assertTrue(marked.stream()
                .allMatch(record -> record instanceof Unindexed.Removed removed && removed.kind() == Kind.TURN));
        assertFalse(stores().sessions().delete(ADA, S1));
    }

    @Test
    void deletingLeavesASessionAloneWhoseIdStartsTheSame() {
        stores().sessions().create(aSession(ADA, "s1"));
        stores().sessions().create(aSession(ADA, "s1-b"));
        append(ADA, new SessionId("s1-b"), "c1");
        append(ADA, S1, "c1");
        stores().sessions().delete(ADA, S1);
        assertEquals(
                1,
                stores().turns()
                        .after(ADA, new SessionId("s1-b"), Optional.empty(), 10)
                        .size());
    }

    @Test
    void canBeCreatedAgainAfterItsDeletion() {
        stores().sessions().create(aSession(ADA, "s1"));
        append(ADA, S1, "c1");
        stores().sessions().delete(ADA, S1);
        stores().sessions().create(aSession(ADA, "s1"));
        assertEquals(0, stored().activity().turnCount());
        assertFalse(append(ADA, S1, "c1").turns().getFirst().duplicate());
    }

    @Test
    void linksAreSeenFromBothSides() {
        stores().sessions().create(aSession(ADA, "s1"));
        stores().sessions().create(aSession(ADA, "s2"));
        SessionLink link = new SessionLink(S2, S1, Relation.CONTINUES, NOON);
        stores().sessions().link(ADA, link);
        assertEquals(List.of(link), stores().sessions().links(ADA, S1));
        assertEquals(List.of(link), stores().sessions().links(ADA, S2));
        assertEquals(List.of(), stores().sessions().links(GRACE, S1));
    }

    @Test
    void theSameLinkAgainChangesItsRelationOnly() {
        stores().sessions().create(aSession(ADA, "s1"));
        stores().sessions().create(aSession(ADA, "s2"));
        stores().sessions().link(ADA, new SessionLink(S2, S1, Relation.CONTINUES, NOON));
        stores().sessions().link(ADA, new SessionLink(S2, S1, Relation.FORKS, NOON.plusSeconds(5)));
        assertEquals(
                List.of(new SessionLink(S2, S1, Relation.FORKS, NOON)),
                stores().sessions().links(ADA, S1));
    }

    @Test
    void refusesToLinkWhatIsNotThere() {
        stores().sessions().create(aSession(ADA, "s1"));
        stores().sessions().create(aSession(GRACE, "s2"));
        assertThrows(
                NotFound.class, () -> stores().sessions().link(ADA, new SessionLink(S1, S2, Relation.RELATES, NOON)));
        assertEquals(List.of(), stores().sessions().links(ADA, S1));
    }

    @Test
    void namesIdleSessionsOfAllOwnersLongestIdleFirst() {
        stores().sessions().create(aSession(ADA, "s1", NOON.plusSeconds(10)));
        stores().sessions().create(aSession(GRACE, "s1", NOON));
        stores().sessions().create(aSession(ADA, "s2", NOON.plusSeconds(60)));
        stores().sessions().create(aSession(ADA, "s3", NOON));
        Session ended = stores().sessions()
                .find(ADA, new SessionId("s3"))
                .orElseThrow()
                .ended(Optional.empty(), Optional.empty(), NOON);
        stores().sessions().end(ended, finalExtraction(ended));
        assertEquals(
                List.of(new SessionRef(GRACE, S1), new SessionRef(ADA, S1)),
                stores().sessions().idleSince(NOON.plusSeconds(60), 10));
        assertEquals(List.of(new SessionRef(GRACE, S1)), stores().sessions().idleSince(NOON.plusSeconds(60), 1));
        clock.advance(Duration.ofHours(1));
        append(GRACE, S1, "c1");
        assertEquals(List.of(new SessionRef(ADA, S1)), stores().sessions().idleSince(NOON.plusSeconds(60), 10));
    }

    @Test
    void namesActiveSessionsOfAllOwnersTheLatestFirst() {
        stores().sessions().create(aSession(ADA, "s1", NOON.plusSeconds(10)));
        stores().sessions().create(aSession(GRACE, "s1", NOON.plusSeconds(60)));
        stores().sessions().create(aSession(ADA, "s2", NOON));
        stores().sessions().create(aSession(ADA, "s3", NOON.plusSeconds(30)));
        Session ended = stores().sessions()
                .find(ADA, new SessionId("s3"))
                .orElseThrow()
                .ended(Optional.empty(), Optional.empty(), NOON);
        stores().sessions().end(ended, finalExtraction(ended));
        assertEquals(
                List.of(new SessionRef(GRACE, S1), new SessionRef(ADA, S1)),
                stores().sessions().activeSince(NOON, 10));
        assertEquals(List.of(new SessionRef(GRACE, S1)), stores().sessions().activeSince(NOON, 1));
        assertEquals(List.of(), stores().sessions().activeSince(NOON.plusSeconds(60), 10));
    }

    @Test
    void namesSessionsWhoseExtractionIsBehind() {
        stores().sessions().create(aSession(ADA, "s1"));
        stores().sessions().create(aSession(ADA, "s2"));
        append(ADA, S1, "c1");
        clock.advance(Duration.ofMinutes(1));
        append(ADA, S1, "c2");
        assertEquals(List.of(new SessionRef(ADA, S1)), stores().sessions().behindSince(NOON.plusSeconds(1), 10));
        assertEquals(List.of(), stores().sessions().behindSince(NOON, 10));
        stores().sessions().delete(ADA, S1);
        assertEquals(List.of(), stores().sessions().behindSince(NOON.plusSeconds(1), 10));
    }

    private Session stored() {
        return stores().sessions().find(ADA, S1).orElseThrow();
    }

    private AppendedTurns append(Owner owner, SessionId session, String clientId) {
        return stores().turns().append(owner, session, List.of(turn(clientId, "hello")), clock.instant());
    }

    private Operation finalExtraction(Session session) {
        return new Operation(
                new Ids(clock).operation(),
                session.owner(),
                Operation.Kind.FINAL_EXTRACTION,
                session.id(),
                session.extraction().cursor(),
                session.activity().lastTurnId(),
                clock.instant());
    }

    private List<String> listed(SessionQuery query) {
        return all(2, page -> stores().sessions().list(ADA, query, page)).stream()
                .map(session -> session.id().value())
                .toList();
    }

    private static SessionQuery between(Instant from, Instant to) {
        return new SessionQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(to));
    }

    private static Session titled(Session session, String title) {
        Session.Details details =
                new Session.Details(Optional.empty(), Optional.of(title), Optional.empty(), new TreeSet<>(), Map.of());
        return session.withDetails(details, NOON);
    }
}
