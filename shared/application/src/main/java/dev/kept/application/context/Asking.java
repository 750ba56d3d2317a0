package dev.kept.application.context;

import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionStore;

/// The session that asks for a context: it must be the owner's, and it tells the project when the
/// request does not.
final class Asking {
    private final SessionStore sessions;

    Asking(SessionStore sessions) {
        this.sessions = sessions;
    }

    /// @throws NotFound when the owner has no such session
    ContextRequest complete(ContextRequest request) {
        return request.sessionId().map(id -> complete(request, id)).orElse(request);
    }

    private ContextRequest complete(ContextRequest request, SessionId id) {
        Session session = sessions.find(request.owner(), id).orElseThrow(() -> new NotFound("session", id.value()));
        return new ContextRequest(
                request.owner(),
                request.sessionId(),
                request.projectId().or(() -> session.details().projectId()),
                request.query(),
                request.budget(),
                request.include(),
                request.template());
    }
}
