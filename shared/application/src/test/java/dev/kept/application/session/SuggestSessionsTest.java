package dev.kept.application.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.session.SuggestSessions.Suggestion;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionLink;
import dev.kept.testkit.FakeDatabase;
import dev.kept.testkit.FakeSessionStore;
import dev.kept.testkit.FakeTurnStore;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SuggestSessionsTest {
    private static final Optional<ProjectId> SHOP = Optional.of(new ProjectId("shop"));

    private final MutableClock clock = MutableClock.atNoon();
    private final FakeDatabase database = new FakeDatabase(clock);
    private final FakeSessionStore sessions = new FakeSessionStore(database);
    private final FakeTurnStore turns = new FakeTurnStore(database);
    private final SuggestSessions suggest = new SuggestSessions(sessions);

    @Test
    void putsSessionsOfTheProjectAboutTheSameFirst() {
        spoken("s1", SHOP, "Invoice printer");
        spoken("s2", SHOP, "Holiday plans");
        spoken("s3", Optional.of(new ProjectId("other")), "Garden");
        spoken("s4", Optional.of(new ProjectId("other")), "Printer drivers");
        started("s9", SHOP, "Printer again");

        assertEquals(List.of("s1", "s2", "s4"), suggested("s9"));
    }

    @Test
    void prefersTheMoreRecentOfTwoAlike() {
        spoken("s1", SHOP, "Printer");
        clock.advance(Duration.ofDays(30));
        spoken("s2", SHOP, "Printer");
        started("s9", SHOP, "Printer");
        assertEquals(List.of("s2", "s1"), suggested("s9"));
    }

    @Test
    void leavesOutLaterEmptyAndTiedSessions() {
        started("s1", SHOP, "Empty");
        spoken("s2", SHOP, "Tied");
        started("s9", SHOP, "Printer");
        spoken("s10", SHOP, "Later");
        sessions.link(
                Fixtures.ADA,
                new SessionLink(
                        new SessionId("s9"), new SessionId("s2"), SessionLink.Relation.CONTINUES, clock.instant()));
        assertTrue(suggested("s9").isEmpty());
    }

    @Test
    void saysWhatSpeaksForASession() {
        spoken("s1", SHOP, "Invoice printer");
        started("s9", SHOP, "Printer");
        Suggestion best = suggest.suggest(Fixtures.ADA, new SessionId("s9"), 5).getFirst();
        assertEquals("same project; same words in the title: printer; last active on 2026-11-22", best.reason());
        assertTrue(best.score() > 0 && best.score() <= 1);
    }

    @Test
    void knowsOnlyTheSessionsOfItsOwner() {
        started("s9", SHOP, "Printer");
        assertThrows(NotFound.class, () -> suggest.suggest(Fixtures.GRACE, new SessionId("s9"), 5));
    }

    private List<String> suggested(String id) {
        return suggest.suggest(Fixtures.ADA, new SessionId(id), 5).stream()
                .map(suggestion -> suggestion.session().id().value())
                .toList();
    }

    private void spoken(String id, Optional<ProjectId> project, String title) {
        started(id, project, title);
        turns.append(Fixtures.ADA, new SessionId(id), List.of(Fixtures.userSaying("Let us begin")), clock.instant());
    }

    private void started(String id, Optional<ProjectId> project, String title) {
        Session.Details details =
                new Session.Details(project, Optional.of(title), Optional.empty(), new TreeSet<>(), Map.of());
        sessions.create(Session.started(
                Fixtures.ADA, new SessionId(id), details, clock.advance(Duration.ofHours(1)), clock.instant()));
    }
}
