package dev.kept.application.context;

import dev.kept.application.cache.Copies;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.work.ContextQueue.WarmContextKey;
import java.util.Optional;

/// Prepares the context that the next session of a project starts with. It becomes a version that
/// can be found only when it is handed out: most are overtaken by the next change before that.
public final class PrepareWarmContext {
    private final BuildContext build;
    private final WarmCopies warm;
    private final Versions versions;

    public PrepareWarmContext(BuildContext build, ContextStore contexts, Copies copies) {
        this.build = build;
        this.warm = new WarmCopies(contexts, copies);
        this.versions = new Versions(contexts);
    }

    /// Does nothing where it is at hand already and nothing has changed since.
    public void prepare(WarmContextKey key) {
        if (warm.isAtHand(key.owner(), key.projectId())) {
            return;
        }
        long counted = warm.counted(key.owner());
        ContextRequest request = new ContextRequest(
                key.owner(),
                Optional.empty(),
                key.projectId(),
                Optional.empty(),
                new ContextBudget(ContextBudget.DEFAULT_TOKENS));
        Context context = versions.of(build.draft(request, Versions.id(request)));
        warm.save(key.owner(), key.projectId(), context, counted);
    }
}
