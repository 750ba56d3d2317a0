package dev.kept.application.context;

import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.session.SessionStore;

/// Shows the context that {@link CreateContext} would hand out, and keeps nothing.
public final class PreviewContext {
    private final BuildContext build;
    private final Versions versions;
    private final Asking asking;

    public PreviewContext(BuildContext build, ContextStore contexts, SessionStore sessions) {
        this.build = build;
        this.versions = new Versions(contexts);
        this.asking = new Asking(sessions);
    }

    /// @throws dev.kept.domain.error.NotFound when the owner has no such session
    public Context preview(ContextRequest request) {
        return versions.of(build.draft(asking.complete(request)));
    }
}
