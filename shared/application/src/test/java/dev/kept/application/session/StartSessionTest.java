package dev.kept.application.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionStore;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StartSessionTest {
    private static final Owner OWNER = Owner.of(new UserId("u1"));

    private final MutableClock clock = MutableClock.atNoon();
    private final SessionStore sessions = Stores.fake(clock).sessions();
    private final StartSession start = new StartSession(sessions, Redactor.standard(), clock);

    @Test
    void findsTheSessionAgainThatWasStarted() {
        assertTrue(start("s1", "p", Optional.empty()).isNew());
        assertFalse(start("s1", "p", Optional.empty()).isNew());
    }

    @Test
    void refusesTheIdOfASessionOfAnotherProject() {
        start("s1", "p", Optional.empty());
        assertThrows(Conflict.class, () -> start("s1", "q", Optional.empty()));
    }

    @Test
    void refusesAParentThatIsNotThere() {
        InvalidRequest invalid = assertThrows(InvalidRequest.class, () -> start("s1", "p", Optional.of("gone")));
        assertEquals("parentSessionId", invalid.field());
    }

    @Test
    void startsAgainAfterItsParentWasDeleted() {
        start("parent", "p", Optional.empty());
        start("s1", "p", Optional.of("parent"));
        sessions.delete(OWNER, new SessionId("parent"));
        assertFalse(start("s1", "p", Optional.of("parent")).isNew());
    }

    private StartSession.Started start(String id, String project, Optional<String> parent) {
        Session.Details details = new Session.Details(
                Optional.of(new ProjectId(project)),
                Optional.empty(),
                parent.map(SessionId::new),
                new TreeSet<>(),
                Map.of());
        return start.start(new StartSession.Command(OWNER, new SessionId(id), details, Optional.empty()));
    }
}
