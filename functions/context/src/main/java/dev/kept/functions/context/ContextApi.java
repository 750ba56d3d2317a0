package dev.kept.functions.context;

import dev.kept.application.context.BuildContext;
import dev.kept.application.context.CreateContext;
import dev.kept.application.context.FindContext;
import dev.kept.application.context.ListContextVersions;
import dev.kept.application.context.PreviewContext;
import dev.kept.application.context.RebuildContext;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.context.ContextTemplate;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.SpaceId;
import dev.kept.domain.idempotency.IdempotencyStore;
import dev.kept.domain.search.Kind;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.domain.text.Limits;
import dev.kept.runtime.http.Idempotent;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import dev.kept.runtime.view.ContextView;
import dev.kept.runtime.view.ListView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The routes of contexts.
@Singleton
final class ContextApi {
    private final CreateContext createContext;
    private final PreviewContext previewContext;
    private final FindContext findContext;
    private final RebuildContext rebuild;
    private final ListContextVersions versions;
    private final Metrics metrics;
    private final Routes routes;

    ContextApi(
            BuildContext build,
            SessionStore sessions,
            ContextStore contexts,
            IdempotencyStore idempotency,
            Redactor redactor,
            TransportApi transport,
            TemplateApi templates,
            Metrics metrics) {
        this.metrics = metrics;
        this.createContext = new CreateContext(build, contexts, sessions, redactor);
        this.previewContext = new PreviewContext(build, contexts, sessions, redactor);
        this.findContext = new FindContext(contexts);
        this.rebuild = new RebuildContext(build);
        this.versions = new ListContextVersions(contexts);
        Idempotent idempotent = new Idempotent(idempotency, Clock.systemUTC());
        this.routes = templates
                .addTo(transport.addTo(new Routes()))
                .on("POST /v1/context", idempotent.route((request, _) -> create(request)))
                .on("POST /v1/context/preview", this::preview)
                .on("GET /v1/contexts/{contextId}", request -> find(request, Optional.empty()))
                .on("GET /v1/contexts/{contextId}/versions", this::versions)
                .on("GET /v1/contexts/{contextId}/versions/{n}", this::version);
    }

    Routes routes() {
        return routes;
    }

    private Reply create(Request request) {
        long begin = System.nanoTime();
        Context context = createContext.create(request.body(Body.class).request(request.owner()));
        metrics.share(Metric.DEGRADED_ANSWERS, context.degraded(), "context");
        return Reply.created(view(context, begin))
                .telling("tokens", context.tokens())
                .telling("omitted", context.omitted())
                .telling("version", context.version())
                .telling("degraded", context.degraded());
    }

    private Reply preview(Request request) {
        long begin = System.nanoTime();
        var preview = previewContext.preview(request.body(Body.class).request(request.owner()));
        return Reply.ok(ContextView.of(preview.context(), preview.omitted(), milliseconds(begin)));
    }

    private Reply find(Request request, Optional<Integer> version) {
        long begin = System.nanoTime();
        return Reply.ok(view(findContext.find(request.owner(), contextId(request), version), begin));
    }

    private Reply version(Request request) {
        request.allowQuery("rebuild");
        long begin = System.nanoTime();
        Context context = findContext.find(request.owner(), contextId(request), Optional.of(number(request)));
        return Reply.ok(
                isWanted(request)
                        ? view(context, begin).reproducible(rebuild.givesTheSame(context))
                        : view(context, begin));
    }

    private static boolean isWanted(Request request) {
        String rebuild = request.query("rebuild").orElse("false");
        if (!rebuild.equals("true") && !rebuild.equals("false")) {
            throw new InvalidRequest("rebuild", "must be true or false");
        }
        return rebuild.equals("true");
    }

    private Reply versions(Request request) {
        request.allowQuery("limit", "cursor");
        return Reply.ok(
                ListView.of(versions.list(request.owner(), contextId(request), request.page()), VersionView::of));
    }

    private static ContextView view(Context context, long begin) {
        return ContextView.of(context, milliseconds(begin));
    }

    private static long milliseconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    private static ContextId contextId(Request request) {
        return new ContextId(request.path("contextId"));
    }

    private static int number(Request request) {
        try {
            return Integer.parseInt(request.path("n"));
        } catch (NumberFormatException e) {
            throw new InvalidRequest("n", "must be a whole number");
        }
    }

    record Body(
            Optional<String> sessionId,
            Optional<String> projectId,
            Optional<String> query,
            Optional<Integer> maxTokens,
            Optional<String> template,
            Optional<Set<String>> spaceIds,
            Optional<Set<Kind>> include) {
        Body {
            sessionId.ifPresent(SessionId::new);
            projectId.ifPresent(ProjectId::new);
            query.ifPresent(text -> Limits.atMost("query", text, Limits.QUERY_CHARACTERS));
            new ContextBudget(maxTokens.orElse(ContextBudget.DEFAULT_TOKENS));
            template.ifPresent(name -> ContextTemplate.checkedName("template", name));
            spaceIds.flatMap(ids -> ids.stream().findFirst()).ifPresent(space -> {
                throw new NotFound("space", new SpaceId(space).value());
            });
        }

        ContextRequest request(Owner owner) {
            return new ContextRequest(
                    owner,
                    sessionId.map(SessionId::new),
                    projectId.map(ProjectId::new),
                    query.filter(text -> !text.isBlank()),
                    new ContextBudget(maxTokens.orElse(ContextBudget.DEFAULT_TOKENS)),
                    include.orElse(Set.of()),
                    template.orElse(ContextTemplate.MARKDOWN));
        }
    }

    /// A version without its text: a page of whole contexts would pass what Lambda can answer.
    record VersionView(
            String contextId,
            int version,
            int tokens,
            int maxTokens,
            int omitted,
            boolean degraded,
            Instant createdAt) {
        static VersionView of(Context context) {
            return new VersionView(
                    context.id().value(),
                    context.version(),
                    context.tokens(),
                    context.request().budget().maxTokens(),
                    context.omitted(),
                    context.degraded(),
                    context.createdAt());
        }
    }
}
