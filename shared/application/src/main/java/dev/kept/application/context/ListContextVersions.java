package dev.kept.application.context;

import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;

/// Lists the versions of a context, newest first.
public final class ListContextVersions {
    private final ContextStore contexts;

    public ListContextVersions(ContextStore contexts) {
        this.contexts = contexts;
    }

    /// @throws NotFound when the owner has no such context
    public Page<Context> list(Owner owner, ContextId id, PageRequest page) {
        Page<Context> versions = contexts.versions(owner, id, page);
        if (versions.items().isEmpty() && page.cursor().isEmpty()) {
            throw new NotFound("context", id.value());
        }
        return versions;
    }
}
