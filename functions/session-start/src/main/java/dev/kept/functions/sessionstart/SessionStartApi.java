package dev.kept.functions.sessionstart;

import dev.kept.application.cache.Copies;
import dev.kept.application.context.BuildContext;
import dev.kept.application.context.CreateContext;
import dev.kept.application.context.PreviewContext;
import dev.kept.application.context.Recall;
import dev.kept.application.context.StartWithContext;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.redaction.Redactor;
import dev.kept.application.search.RememberedMemories;
import dev.kept.application.search.Search;
import dev.kept.application.session.SessionTails;
import dev.kept.application.session.StartSession;
import dev.kept.application.session.SuggestSessions;
import dev.kept.domain.cache.Cache;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.context.MemoryShelf;
import dev.kept.domain.context.TemplateStore;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.idempotency.IdempotencyStore;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingModels;
import dev.kept.domain.search.Reranker;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.domain.text.Limits;
import dev.kept.runtime.http.Idempotent;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.RequestIdentity;
import dev.kept.runtime.http.Routes;
import dev.kept.runtime.json.Json;
import dev.kept.runtime.view.ContextView;
import dev.kept.runtime.view.SessionView;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// `POST /v1/sessions`.
@Singleton
final class SessionStartApi {
    private final StartSession startSession;
    private final SuggestSessions suggestSessions;
    private final StartWithContext startWithContext;
    private final PreviewContext previewContext;
    private final Ids ids;
    private final Metrics metrics;
    private final Routes routes;

    SessionStartApi(
            SessionStore sessions,
            ContextStore contexts,
            SearchIndex index,
            SearchSource source,
            MemoryShelf shelf,
            TemplateStore templates,
            List<EmbeddingModels> models,
            EmbeddingCache stored,
            Cache cache,
            Optional<Reranker> reranker,
            TokenCounter counter,
            IdempotencyStore idempotency,
            Metrics metrics,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        Clock clock = Clock.systemUTC();
        Redactor redactor = Redactor.forPolicy(redactPersonal);
        Embeddings embeddings = new Embeddings(models, stored, index, clock).sharing(cache);
        SearchSource remembering = new RememberedMemories(source, contexts);
        Search search = new Search(index, remembering, embeddings, reranker, redactor, clock).measuredBy(metrics);
        Recall recall = new Recall(search, source, shelf, sessions);
        Copies copies = new Copies(cache, source, contexts, metrics);
        BuildContext build = new BuildContext(recall, templates, counter, clock)
                .measuredBy(metrics)
                .copying(copies);
        this.metrics = metrics;
        CreateContext create = new CreateContext(build, contexts, sessions, redactor);
        this.startSession = new StartSession(sessions, redactor, clock, new SessionTails(cache, metrics));
        this.suggestSessions = new SuggestSessions(sessions);
        this.startWithContext = new StartWithContext(create, contexts, copies);
        this.previewContext = new PreviewContext(build, contexts, sessions, redactor);
        this.ids = new Ids(clock);
        this.routes = new Routes().on("POST /v1/sessions", new Idempotent(idempotency, clock).route(this::start));
    }

    Routes routes() {
        return routes;
    }

    /// What [#start] would do for the context of a user's next session, without keeping it.
    void lookAtContext(String userId) {
        Owner owner = Owner.of(new UserId(userId));
        var preview = previewContext.preview(new ContextRequest(
                owner,
                Optional.empty(),
                Optional.of(new ProjectId("rehearsal")),
                Optional.of("what did we decide about the release"),
                new ContextBudget(ContextBudget.DEFAULT_TOKENS)));
        Json.write(ContextView.of(preview.context(), 0));
    }

    private Reply start(Request request, RequestIdentity identity) {
        Body body = request.bodyOrEmpty(Body.class);
        StartSession.Started started = startSession.start(
                new StartSession.Command(request.owner(), id(body, identity), body.details(), body.startedAt()));
        Session session = started.session();
        SessionView.Started view = new SessionView.Started(
                SessionView.of(session), suggestion(session), body.context().map(wanted -> context(session, wanted)));
        return (started.isNew() ? Reply.created(view) : Reply.ok(view))
                .version(session.version())
                .telling("withContext", view.context().isPresent());
    }

    private SessionId id(Body body, RequestIdentity identity) {
        return body.sessionId()
                .map(SessionId::new)
                .or(() -> identity.key().map(key -> Ids.session(identity.firstSeenAt(), key)))
                .orElseGet(ids::session);
    }

    private Optional<SessionView.Suggestion> suggestion(Session session) {
        if (session.details().parentSessionId().isPresent()) {
            return Optional.empty();
        }
        return suggestSessions.suggest(session.owner(), session.id(), 1).stream()
                .map(likely ->
                        new SessionView.Suggestion(SessionView.of(likely.session()), likely.score(), likely.reason()))
                .findFirst();
    }

    private ContextView context(Session session, WantedContext wanted) {
        long begin = System.nanoTime();
        Context context = startWithContext.contextOf(session, wanted.question(), wanted.budget());
        metrics.share(Metric.DEGRADED_ANSWERS, context.degraded(), "context");
        return ContextView.of(
                context, Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    record Body(
            Optional<String> sessionId,
            Optional<String> projectId,
            Optional<String> title,
            Optional<String> parentSessionId,
            Optional<SortedSet<String>> tags,
            Optional<Map<String, Object>> metadata,
            Optional<Instant> startedAt,
            Optional<WantedContext> context) {
        Body {
            sessionId.ifPresent(SessionId::new);
            details(projectId, title, parentSessionId, tags, metadata);
        }

        Session.Details details() {
            return details(projectId, title, parentSessionId, tags, metadata);
        }

        private static Session.Details details(
                Optional<String> projectId,
                Optional<String> title,
                Optional<String> parentSessionId,
                Optional<SortedSet<String>> tags,
                Optional<Map<String, Object>> metadata) {
            return new Session.Details(
                    projectId.map(ProjectId::new),
                    title,
                    parentSessionId.map(id -> SessionId.parse("parentSessionId", id)),
                    tags.orElseGet(TreeSet::new),
                    metadata.orElse(Map.of()));
        }
    }

    record WantedContext(Optional<Integer> maxTokens, Optional<String> query) {
        WantedContext {
            new ContextBudget(maxTokens.orElse(ContextBudget.DEFAULT_TOKENS));
            query.ifPresent(text -> Limits.atMost("query", text, Limits.QUERY_CHARACTERS));
        }

        ContextBudget budget() {
            return new ContextBudget(maxTokens.orElse(ContextBudget.DEFAULT_TOKENS));
        }

        Optional<String> question() {
            return query.filter(text -> !text.isBlank());
        }
    }
}
