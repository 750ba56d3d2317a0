package dev.kept.application.context;

import dev.kept.domain.context.Context;

/// Tells whether the same request would be given the same text now.
public final class RebuildContext {
    private final BuildContext build;

    public RebuildContext(BuildContext build) {
        this.build = build;
    }

    public boolean givesTheSame(Context context) {
        Draft draft = build.draft(context.request(), context.id());
        return draft.text(context.version()).equals(context.text());
    }
}
