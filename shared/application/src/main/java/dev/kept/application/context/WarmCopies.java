package dev.kept.application.context;

import dev.kept.application.cache.Copies;
import dev.kept.application.cache.Copies.Copy;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import java.util.Optional;
import java.util.OptionalLong;

/// Prepared contexts, kept in the store and at hand.
final class WarmCopies {
    private static final ContextForm FORM = new ContextForm();

    private final ContextStore contexts;
    private final Copies copies;

    WarmCopies(ContextStore contexts, Copies copies) {
        this.contexts = contexts;
        this.copies = copies;
    }

    /// The prepared context, if nothing has changed since. Marks are looked at first ({@link
    /// Copies#current}): a record loses its mark only after the prepared contexts were dropped.
    /// Read the other way round, a change between the two reads would be missed by both.
    Optional<Context> find(Owner owner, Optional<ProjectId> project) {
        OptionalLong current = copies.current(owner);
        return current.isEmpty()
                ? Optional.empty()
                : copies.find(copy(owner, project), current, () -> contexts.findWarm(owner, project));
    }

    /// Whether the next session would be handed a copy that is as good as a new one.
    boolean isAtHand(Owner owner, Optional<ProjectId> project) {
        OptionalLong current = copies.current(owner);
        return current.isPresent()
                && copies.atHand(copy(owner, project), current.getAsLong())
                        .filter(context -> !context.degraded())
                        .isPresent();
    }

    /// @param counted before the context was built
    void save(Owner owner, Optional<ProjectId> project, Context context, long counted) {
        contexts.saveWarm(owner, project, context);
        copies.keep(copy(owner, project), counted, context);
    }

    long counted(Owner owner) {
        return copies.counted(owner);
    }

    private static Copy<Context> copy(Owner owner, Optional<ProjectId> project) {
        return new Copy<>(owner, FORM, project.map(ProjectId::value).orElse(""), "warm-copy");
    }
}
