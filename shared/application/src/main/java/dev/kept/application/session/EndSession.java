package dev.kept.application.session;

import dev.kept.application.redaction.RedactedData;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Ends a session; the extraction of its last turns follows. Ending it again changes nothing but what is said about it.
public final class EndSession {
    private final SessionStore sessions;
    private final RedactedData redacted;
    private final Ids ids;
    private final Clock clock;

    public EndSession(SessionStore sessions, Redactor redactor, Clock clock) {
        this.sessions = sessions;
        this.redacted = new RedactedData(redactor);
        this.ids = new Ids(clock);
        this.clock = clock;
    }

    public record Ended(Session session, Operation finalExtraction) {}

    /// @throws NotFound when the owner has no such session
    public Ended end(Owner owner, SessionId id, Optional<String> reason, Optional<String> summary) {
        Session session = sessions.find(owner, id).orElseThrow(() -> new NotFound("session", id.value()));
        Instant now = clock.instant();
        Operation operation = new Operation(
                ids.operation(),
                owner,
                Operation.Kind.FINAL_EXTRACTION,
                id,
                session.extraction().cursor(),
                session.activity().lastTurnId(),
                now);
        return new Ended(
                sessions.end(session.ended(redacted.text(reason), redacted.text(summary), now), operation), operation);
    }
}
