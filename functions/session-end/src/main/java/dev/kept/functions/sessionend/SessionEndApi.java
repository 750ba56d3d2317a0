package dev.kept.functions.sessionend;

import dev.kept.application.redaction.Redactor;
import dev.kept.application.session.EndSession;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.idempotency.IdempotencyStore;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.text.Limits;
import dev.kept.runtime.http.Idempotent;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import dev.kept.runtime.view.SessionView;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/// `POST /v1/sessions/{sessionId}/end`.
@Singleton
final class SessionEndApi {
    private final EndSession endSession;
    private final Routes routes;

    SessionEndApi(
            SessionStore sessions,
            IdempotencyStore idempotency,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        Clock clock = Clock.systemUTC();
        this.endSession = new EndSession(sessions, Redactor.forPolicy(redactPersonal), clock);
        Idempotent idempotent = new Idempotent(idempotency, clock);
        this.routes =
                new Routes().on("POST /v1/sessions/{sessionId}/end", idempotent.route((request, _) -> end(request)));
    }

    Routes routes() {
        return routes;
    }

    private Reply end(Request request) {
        Body body = request.bodyOrEmpty(Body.class);
        EndSession.Ended ended = endSession.end(
                request.owner(), new SessionId(request.path("sessionId")), body.reason(), body.summary());
        SessionView session = SessionView.of(ended.session());
        return Reply.accepted(new SessionView.Ended(
                        session, ended.finalExtraction().id().value()))
                .version(session.version());
    }

    record Body(Optional<String> reason, Optional<String> summary) {
        private static final int REASON_CHARACTERS = 200;
        private static final int SUMMARY_CHARACTERS = 10_000;

        Body {
            reason.ifPresent(text -> Limits.atMost("reason", text, REASON_CHARACTERS));
            summary.ifPresent(text -> Limits.atMost("summary", text, SUMMARY_CHARACTERS));
        }
    }
}
