package dev.kept.functions.sessions;

import dev.kept.application.extraction.RequestRereading;
import dev.kept.application.redaction.Redactor;
import dev.kept.application.session.ChangeSession;
import dev.kept.application.session.LinkSessions;
import dev.kept.application.session.RecoverSession;
import dev.kept.application.session.RecoveredSession;
import dev.kept.application.session.SessionChain;
import dev.kept.application.session.SessionTails;
import dev.kept.application.session.SuggestSessions;
import dev.kept.domain.cache.Cache;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.idempotency.IdempotencyStore;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.project.ProjectSettingsStore;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionLink;
import dev.kept.domain.session.SessionQuery;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStatus;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnStore;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.runtime.http.Idempotent;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import dev.kept.runtime.view.ListView;
import dev.kept.runtime.view.SessionView;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// The routes of sessions, but for their start and end.
@Singleton
final class SessionsApi {
    private static final int SUGGESTIONS_DEFAULT = 5;
    private static final int SUGGESTIONS_MAX = 20;

    private final SessionStore sessions;
    private final SessionTails tails;
    private final ChangeSession changeSession;
    private final LinkSessions linkSessions;
    private final SessionChain chain;
    private final SuggestSessions suggestSessions;
    private final RecoverSession recoverSession;
    private final RequestRereading requestRereading;
    private final Routes routes;

    SessionsApi(
            SessionStore sessions,
            TurnStore turns,
            MemoryStore memories,
            ExtractionLedger ledger,
            ProjectSettingsStore settings,
            TokenCounter counter,
            Cache cache,
            IdempotencyStore idempotency,
            Metrics metrics,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        Clock clock = Clock.systemUTC();
        Redactor redactor = Redactor.forPolicy(redactPersonal);
        this.sessions = sessions;
        this.tails = new SessionTails(cache, metrics);
        this.changeSession = new ChangeSession(sessions, redactor, clock);
        this.linkSessions = new LinkSessions(sessions, clock);
        this.chain = new SessionChain(sessions);
        this.suggestSessions = new SuggestSessions(sessions);
        this.recoverSession = new RecoverSession(sessions, turns, memories, counter);
        this.requestRereading = new RequestRereading(sessions, settings, ledger, clock);
        Idempotent idempotent = new Idempotent(idempotency, clock);
        this.routes = new ProjectApi(settings, redactor, clock)
                .addTo(new Routes())
                .on("GET /v1/sessions", this::list)
                .on("GET /v1/sessions/{sessionId}", this::find)
                .on("PATCH /v1/sessions/{sessionId}", idempotent.route((request, _) -> change(request)))
                .on("DELETE /v1/sessions/{sessionId}", idempotent.route((request, _) -> delete(request)))
                .on("POST /v1/sessions/{sessionId}/links", idempotent.route((request, _) -> link(request)))
                .on("GET /v1/sessions/{sessionId}/chain", this::chain)
                .on("GET /v1/sessions/{sessionId}/suggestions", this::suggestions)
                .on("POST /v1/sessions/{sessionId}/recover", this::recover)
                .on(
                        "POST /v1/sessions/{sessionId}/extractions",
                        idempotent.route((request, _) -> extractAgain(request)));
    }

    Routes routes() {
        return routes;
    }

    private Reply list(Request request) {
        request.allowQuery("projectId", "status", "tag", "from", "to", "limit", "cursor");
        SessionQuery query = new SessionQuery(
                request.query("projectId").map(ProjectId::new),
                request.query("status", SessionStatus.class),
                request.query("tag"),
                request.instant("from"),
                request.instant("to"));
        return Reply.ok(ListView.of(sessions.list(request.owner(), query, request.page()), SessionView::of));
    }

    private Reply find(Request request) {
        SessionId id = sessionId(request);
        Session session = sessions.find(request.owner(), id).orElseThrow(() -> new NotFound("session", id.value()));
        return Reply.ok(SessionView.of(session)).version(session.version());
    }

    private Reply change(Request request) {
        Changes body = request.body(Changes.class);
        Session session = changeSession.change(request.owner(), sessionId(request), request.ifMatch(), body::applyTo);
        return Reply.ok(SessionView.of(session)).version(session.version());
    }

    private Reply delete(Request request) {
        SessionId id = sessionId(request);
        if (!sessions.delete(request.owner(), id)) {
            throw new NotFound("session", id.value());
        }
        tails.forget(new SessionRef(request.owner(), id));
        return Reply.noContent();
    }

    private Reply link(Request request) {
        NewLink body = request.body(NewLink.class);
        SessionLink link = linkSessions.link(
                request.owner(), sessionId(request), new SessionId(body.sessionId()), body.relation());
        return Reply.created(new LinkView(link.to().value(), link.relation(), "outgoing", link.createdAt()));
    }

    private Reply chain(Request request) {
        List<SessionView> views = chain.of(request.owner(), sessionId(request)).stream()
                .map(SessionView::of)
                .toList();
        return Reply.ok(new Items<>(views));
    }

    private Reply suggestions(Request request) {
        request.allowQuery("limit");
        int limit = request.integer("limit").orElse(SUGGESTIONS_DEFAULT);
        if (limit < 1 || limit > SUGGESTIONS_MAX) {
            throw new InvalidRequest("limit", "must be between 1 and " + SUGGESTIONS_MAX);
        }
        List<SessionView.Suggestion> likely =
                suggestSessions.suggest(request.owner(), sessionId(request), limit).stream()
                        .map(found -> new SessionView.Suggestion(
                                SessionView.of(found.session()), found.score(), found.reason()))
                        .toList();
        return Reply.ok(new Items<>(likely));
    }

    private Reply recover(Request request) {
        RecoverBody body = request.bodyOrEmpty(RecoverBody.class);
        ContextBudget budget = new ContextBudget(body.maxTokens().orElse(ContextBudget.DEFAULT_TOKENS));
        return Reply.ok(RecoveryView.of(recoverSession.recover(request.owner(), sessionId(request), budget)));
    }

    private Reply extractAgain(Request request) {
        request.bodyOrEmpty(Nothing.class);
        OperationId operation = requestRereading.request(request.owner(), sessionId(request));
        return Reply.accepted(new Requested(operation.value()));
    }

    private static SessionId sessionId(Request request) {
        return new SessionId(request.path("sessionId"));
    }

    /// A body that has nothing to say yet.
    record Nothing() {}

    record Requested(String operationId) {}

    record Items<T>(List<T> items) {}

    record NewLink(String sessionId, SessionLink.Relation relation) {}

    record LinkView(String sessionId, SessionLink.Relation relation, String direction, Instant createdAt) {}

    record RecoverBody(Optional<Integer> maxTokens) {}

    record RecoveryView(
            String sessionId,
            String text,
            int tokens,
            int maxTokens,
            Optional<String> goal,
            List<String> openItems,
            Optional<String> summary,
            List<String> lastTurnIds) {
        static RecoveryView of(RecoveredSession session) {
            return new RecoveryView(
                    session.sessionId().value(),
                    session.text(),
                    session.tokens(),
                    session.maxTokens(),
                    session.goal(),
                    session.openItems(),
                    session.summary(),
                    session.lastTurnIds().stream().map(TurnId::value).toList());
        }
    }

    record Changes(Optional<String> title, Optional<SortedSet<String>> tags, Optional<Map<String, Object>> metadata) {
        Session.Details applyTo(Session.Details before) {
            return new Session.Details(
                    before.projectId(),
                    title.or(before::title),
                    before.parentSessionId(),
                    tags.orElse(before.tags()),
                    metadata.orElse(before.metadata()));
        }
    }
}
