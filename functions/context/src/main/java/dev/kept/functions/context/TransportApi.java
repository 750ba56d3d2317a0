package dev.kept.functions.context;

import dev.kept.application.context.CompareContexts;
import dev.kept.application.context.FindContext;
import dev.kept.application.context.ImportContext;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.ContextId;
import dev.kept.runtime.http.RawText;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import dev.kept.runtime.view.ContextView;
import jakarta.inject.Singleton;

/// The routes that compare contexts and carry them from place to place.
@Singleton
final class TransportApi {
    private final FindContext find;
    private final CompareContexts compare;
    private final ImportContext take;

    TransportApi(ContextStore contexts, TokenCounter counter, Redactor redactor) {
        this.find = new FindContext(contexts);
        this.compare = new CompareContexts(find);
        this.take = new ImportContext(contexts, counter, redactor);
    }

    Routes addTo(Routes routes) {
        return routes.on("GET /v1/contexts/{contextId}/diff", this::diff)
                .on("GET /v1/contexts/{contextId}/export", this::export)
                .on("POST /v1/contexts/import", this::take);
    }

    private Reply diff(Request request) {
        request.allowQuery("from", "to");
        return Reply.ok(DifferenceView.of(
                compare.compare(request.owner(), contextId(request), request.integer("from"), request.integer("to"))));
    }

    private Reply export(Request request) {
        request.allowQuery("format", "version");
        Context context = find.find(request.owner(), contextId(request), request.integer("version"));
        String format = request.query("format").orElse("json");
        return switch (format) {
            case "json" -> Reply.ok(ContextFile.of(context));
            case "markdown" -> Reply.ok(new RawText("text/markdown; charset=utf-8", context.text() + "\n"));
            default -> throw new InvalidRequest("format", "must be one of json, markdown");
        };
    }

    private Reply take(Request request) {
        var taken = take.take(request.body(ContextFile.class).context(request.owner()));
        ContextView view = ContextView.of(taken.context(), 0);
        return taken.isNew() ? Reply.created(view) : Reply.ok(view);
    }

    private static ContextId contextId(Request request) {
        return new ContextId(request.path("contextId"));
    }
}
