package dev.kept.application.context;

import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.work.ContextQueue.WarmContextKey;
import java.util.Optional;

/// Prepares the context that the next session of a project starts with. It becomes a version that
/// can be found only when it is handed out: most are overtaken by the next change before that.
public final class PrepareWarmContext {
    private final BuildContext build;
    private final ContextStore contexts;
    private final Versions versions;

    public PrepareWarmContext(BuildContext build, ContextStore contexts) {
        this.build = build;
        this.contexts = contexts;
        this.versions = new Versions(contexts);
    }

    public void prepare(WarmContextKey key) {
        ContextRequest request = new ContextRequest(
                key.owner(),
                Optional.empty(),
                key.projectId(),
                Optional.empty(),
                new ContextBudget(ContextBudget.DEFAULT_TOKENS));
        contexts.saveWarm(key.owner(), key.projectId(), versions.of(build.draft(request, Versions.id(request))));
    }
}
