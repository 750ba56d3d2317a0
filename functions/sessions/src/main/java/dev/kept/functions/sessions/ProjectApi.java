package dev.kept.functions.sessions;

import dev.kept.application.project.ChangeProject;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.project.ProjectSettings;
import dev.kept.domain.project.ProjectSettingsStore;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// The routes of what is set for a project. Its name may hold a slash, which a path could not carry.
final class ProjectApi {
    private final ProjectSettingsStore settings;
    private final ChangeProject changeProject;

    ProjectApi(ProjectSettingsStore settings, Redactor redactor, Clock clock) {
        this.settings = settings;
        this.changeProject = new ChangeProject(settings, redactor, clock);
    }

    Routes addTo(Routes routes) {
        return routes.on("GET /v1/extraction/settings", this::find).on("PUT /v1/extraction/settings", this::put);
    }

    private Reply find(Request request) {
        request.allowQuery("projectId");
        return reply(settings.find(request.owner(), projectId(request)));
    }

    private Reply put(Request request) {
        request.allowQuery("projectId");
        boolean on = request.body(Body.class).extraction() == Extraction.ON;
        return reply(changeProject.extraction(request.owner(), projectId(request), on, request.ifMatch()));
    }

    private static Reply reply(ProjectSettings settings) {
        Reply reply = Reply.ok(View.of(settings));
        return settings.version() == 0 ? reply : reply.version(settings.version());
    }

    private static ProjectId projectId(Request request) {
        return new ProjectId(
                request.query("projectId").orElseThrow(() -> new InvalidRequest("projectId", "must be given")));
    }

    enum Extraction {
        ON,
        OFF
    }

    record Body(Extraction extraction) {}

    record View(String projectId, Extraction extraction, long version, Optional<Instant> updatedAt) {
        static View of(ProjectSettings settings) {
            return new View(
                    settings.projectId().value(),
                    settings.extracts() ? Extraction.ON : Extraction.OFF,
                    settings.version(),
                    settings.updatedAt());
        }
    }
}
