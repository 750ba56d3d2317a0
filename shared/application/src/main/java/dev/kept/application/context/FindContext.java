package dev.kept.application.context;

import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.Owner;
import java.util.Optional;

/// Reads a context as it was handed out.
public final class FindContext {
    private final ContextStore contexts;

    public FindContext(ContextStore contexts) {
        this.contexts = contexts;
    }

    /// @param version empty: the newest
    /// @throws NotFound when the owner has no such context or version
    public Context find(Owner owner, ContextId id, Optional<Integer> version) {
        return contexts.find(owner, id, version).orElseThrow(() -> new NotFound("context", name(id, version)));
    }

    private static String name(ContextId id, Optional<Integer> version) {
        return version.map(number -> id + " version " + number).orElse(id.value());
    }
}
