package dev.kept.application.context;

import dev.kept.application.cache.Copies;
import dev.kept.domain.cache.Cache;
import dev.kept.domain.context.Compression;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.Session;
import dev.kept.domain.telemetry.Metrics;
import java.util.Optional;

/// Gives a session that starts its context: the prepared one when it says all that a fresh one
/// would, else a fresh one.
public final class StartWithContext {
    private final CreateContext create;
    private final WarmCopies warm;
    private final Versions versions;

    public StartWithContext(CreateContext create, ContextStore contexts, SearchSource source) {
        this(create, contexts, new Copies(Cache.NONE, source, contexts, Metrics.NONE));
    }

    public StartWithContext(CreateContext create, ContextStore contexts, Copies copies) {
        this.create = create;
        this.warm = new WarmCopies(contexts, copies);
        this.versions = new Versions(contexts);
    }

    public Context contextOf(Session session, Optional<String> query, ContextBudget budget) {
        ContextRequest request = request(session, query, budget);
        Context context = prepared(request).orElseGet(() -> create.create(request));
        create.handedOut().measureStart(context);
        return context;
    }

    /// A session without turns and without a parent asks for nothing that another session of its
    /// project would not: unnamed, all of them get the same text.
    private static ContextRequest request(Session session, Optional<String> query, ContextBudget budget) {
        boolean isLikeAnyOther = session.activity().turnCount() == 0
                && session.details().parentSessionId().isEmpty();
        return new ContextRequest(
                session.owner(),
                isLikeAnyOther ? Optional.empty() : Optional.of(session.id()),
                session.details().projectId(),
                query,
                budget);
    }

    private Optional<Context> prepared(ContextRequest request) {
        if (request.query().isPresent() || request.sessionId().isPresent()) {
            return Optional.empty();
        }
        Optional<Context> found = found(request);
        create.handedOut().measurePrepared(found.isPresent());
        found.ifPresent(context -> create.handedOut().measure(context, Optional.empty()));
        return found;
    }

    private Optional<Context> found(ContextRequest request) {
        return warm.find(request.owner(), request.projectId())
                .filter(context -> saysAll(context, request.budget()))
                .filter(versions::isKept);
    }

    /// Whether a context built for this budget would say the same: the budget is the same, or both
    /// hold everything.
    private static boolean saysAll(Context context, ContextBudget budget) {
        return context.request().budget().equals(budget)
                || (context.tokens() <= budget.maxTokens() && context.omitted() == 0 && isWhole(context));
    }

    private static boolean isWhole(Context context) {
        return context.sections().stream()
                .flatMap(section -> section.items().stream())
                .flatMap(item -> item.compression().stream())
                .allMatch(compression -> compression.strategy() == Compression.Strategy.MERGE);
    }
}
