package dev.kept.application.session;

import dev.kept.application.redaction.ChosenNames;
import dev.kept.application.redaction.RedactedData;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionStore;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Changes what a client says about a session.
public final class ChangeSession {
    private final SessionStore sessions;
    private final RedactedData redacted;
    private final ChosenNames names;
    private final Clock clock;

    public ChangeSession(SessionStore sessions, Redactor redactor, Clock clock) {
        this.sessions = sessions;
        this.redacted = new RedactedData(redactor);
        this.names = new ChosenNames(redactor);
        this.clock = clock;
    }

    /// @param expectedVersion empty: whatever it is
    /// @throws NotFound when the owner has no such session
    /// @throws Conflict when the version is another one
    public Session change(
            Owner owner, SessionId id, Optional<Long> expectedVersion, UnaryOperator<Session.Details> change) {
        Session session = sessions.find(owner, id).orElseThrow(() -> new NotFound("session", id.value()));
        if (expectedVersion.isPresent() && expectedVersion.get() != session.version()) {
            throw Conflict.versionRace("session", id.value());
        }
        Session.Details changed = change.apply(session.details());
        names.check(
                "projectId",
                changed.projectId()
                        .filter(project -> !session.details().projectId().equals(Optional.of(project))));
        return sessions.update(session.withDetails(
                changed.redacted(redacted::text, redacted::labels, redacted::json), clock.instant()));
    }
}
