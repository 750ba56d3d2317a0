package dev.kept.application.context;

import dev.kept.domain.cache.Cache;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.id.Owner;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/// Forgets prepared contexts whose records changed. To be called before a changed record loses its
/// mark as unindexed: while it has the mark, {@link StartWithContext} takes no prepared context,
/// and afterwards there is none. So at no time a session starts with less than was acknowledged.
public final class DropWarmContexts {
    private final ContextStore contexts;
    private final Clock clock;
    private final Cache cache;

    public DropWarmContexts(ContextStore contexts, Clock clock) {
        this(contexts, clock, Cache.NONE);
    }

    /// @param cache holds copies of records, which nobody finds any more after this, and which go
    /// with it
    public DropWarmContexts(ContextStore contexts, Clock clock, Cache cache) {
        this.contexts = contexts;
        this.clock = clock;
        this.cache = cache;
    }

    public void of(Collection<Owner> owners) {
        Instant now = clock.instant();
        Set.copyOf(owners).forEach(owner -> drop(owner, now));
    }

    private void drop(Owner owner, Instant now) {
        long changes = contexts.dropWarm(owner, now);
        cache.forget(new Cache.Place(owner, Cache.Drawer.RECORDS), changes);
    }
}
