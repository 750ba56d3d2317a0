package dev.kept.functions.context;

import dev.kept.application.context.ManageTemplates;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.context.ContextTemplate;
import dev.kept.domain.context.TemplateStore;
import dev.kept.domain.page.Page;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import dev.kept.runtime.view.ListView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// The routes of users' own templates.
@Singleton
final class TemplateApi {
    private final ManageTemplates templates;

    TemplateApi(TemplateStore templates, Redactor redactor) {
        this.templates = new ManageTemplates(templates, redactor, Clock.systemUTC());
    }

    Routes addTo(Routes routes) {
        return routes.on("GET /v1/templates", this::list)
                .on("GET /v1/templates/{name}", this::find)
                .on("PUT /v1/templates/{name}", this::put)
                .on("DELETE /v1/templates/{name}", this::delete);
    }

    private Reply list(Request request) {
        request.allowQuery();
        return Reply.ok(ListView.of(new Page<>(templates.list(request.owner()), Optional.empty()), TemplateView::of));
    }

    private Reply find(Request request) {
        return reply(templates.find(request.owner(), request.path("name")), false);
    }

    private Reply put(Request request) {
        Body body = request.body(Body.class);
        ContextTemplate kept = templates.put(request.owner(), request.path("name"), body.text(), request.ifMatch());
        return reply(kept, kept.version() == 1);
    }

    private Reply delete(Request request) {
        OptionalLong version = request.ifMatch().map(OptionalLong::of).orElseGet(OptionalLong::empty);
        templates.delete(request.owner(), request.path("name"), version);
        return Reply.noContent();
    }

    private static Reply reply(ContextTemplate template, boolean isNew) {
        TemplateView view = TemplateView.of(template);
        return (isNew ? Reply.created(view) : Reply.ok(view)).version(template.version());
    }

    record Body(String text) {}

    record TemplateView(String name, String text, long version, Instant updatedAt) {
        static TemplateView of(ContextTemplate template) {
            return new TemplateView(template.name(), template.text(), template.version(), template.updatedAt());
        }
    }
}
