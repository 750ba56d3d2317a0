package dev.kept.application.context;

import dev.kept.application.redaction.ChosenNames;
import dev.kept.application.redaction.RedactedData;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionStore;
import java.util.Optional;

/// What a context is asked for: without secrets, as it is kept with the context, and with the project of the session
/// that asks when the request names none. The session must be the owner's.
final class Asking {
    private final SessionStore sessions;
    private final RedactedData redacted;
    private final ChosenNames names;

    Asking(SessionStore sessions, Redactor redactor) {
        this.sessions = sessions;
        this.redacted = new RedactedData(redactor);
        this.names = new ChosenNames(redactor);
    }

    /// @throws NotFound when the owner has no such session
    /// @throws dev.kept.domain.error.InvalidRequest when the name of the project holds a secret
    ContextRequest complete(ContextRequest request) {
        names.check("projectId", request.projectId());
        Optional<Session> session = request.sessionId().map(id -> session(request.owner(), id));
        return new ContextRequest(
                request.owner(),
                request.sessionId(),
                request.projectId()
                        .or(() -> session.flatMap(known -> known.details().projectId())),
                redacted.text(request.query()),
                request.budget(),
                request.include(),
                request.template());
    }

    private Session session(Owner owner, SessionId id) {
        return sessions.find(owner, id).orElseThrow(() -> new NotFound("session", id.value()));
    }
}
