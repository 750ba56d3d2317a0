package dev.kept.application.context;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.session.SessionStore;
import java.util.Optional;

/// Builds a context and keeps it, so that it can be found again as it was handed out.
public final class CreateContext {
    private final BuildContext build;
    private final Versions versions;
    private final Asking asking;
    private final HandedOut handedOut;

    public CreateContext(BuildContext build, ContextStore contexts, SessionStore sessions, Redactor redactor) {
        this.build = build;
        this.versions = new Versions(contexts);
        this.asking = new Asking(sessions, redactor);
        this.handedOut = new HandedOut(build.metrics());
    }

    /// @throws dev.kept.domain.error.NotFound when the owner has no such session
    public Context create(ContextRequest request) {
        ContextRequest complete = asking.complete(request);
        var latest = Beside.start(() -> versions.latest(complete));
        Draft draft = build.draft(complete, Versions.id(complete));
        Optional<Context> before = latest.join();
        Context context = build.steps().time("keep", () -> versions.keep(draft, before));
        handedOut.measure(context, before);
        return context;
    }

    HandedOut handedOut() {
        return handedOut;
    }
}
