package dev.kept.application.context;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.context.Omission;
import dev.kept.domain.session.SessionStore;
import java.util.List;

/// Shows the context that {@link CreateContext} would hand out, and keeps nothing.
public final class PreviewContext {
    private final BuildContext build;
    private final Versions versions;
    private final Asking asking;

    public PreviewContext(BuildContext build, ContextStore contexts, SessionStore sessions, Redactor redactor) {
        this.build = build;
        this.versions = new Versions(contexts);
        this.asking = new Asking(sessions, redactor);
    }

    /// @param omitted what was recalled and does not stand in it, best first
    public record Preview(Context context, List<Omission> omitted) {}

    /// @throws dev.kept.domain.error.NotFound when the owner has no such session
    public Preview preview(ContextRequest request) {
        ContextRequest complete = asking.complete(request);
        var latest = Beside.start(() -> versions.latest(complete));
        Draft draft = build.draft(complete, Versions.id(complete));
        return new Preview(Versions.next(draft, latest.join()), draft.omitted());
    }
}
