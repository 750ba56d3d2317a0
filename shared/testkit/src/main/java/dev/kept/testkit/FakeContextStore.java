package dev.kept.testkit;

import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Contexts in memory.
public final class FakeContextStore implements ContextStore {
    private static final Duration KEPT_FOR = Duration.ofDays(90);
    private final Clock clock;
    private final Map<ContextKey, TreeMap<Integer, Context>> contexts = new HashMap<>();
    private final Map<WarmKey, Context> warm = new HashMap<>();
    private final Map<Owner, Instant> changes = new HashMap<>();
    private final Map<Owner, Long> changeCounts = new HashMap<>();
    private final IdentityHashMap<Context, Instant> savedAt = new IdentityHashMap<>();

    public FakeContextStore(Clock clock) {
        this.clock = clock;
    }

    private record ContextKey(Owner owner, ContextId id) {}

    private record WarmKey(Owner owner, Optional<ProjectId> project) {}

    @Override
    public synchronized void save(Context context) {
        TreeMap<Integer, Context> versions =
                contexts.computeIfAbsent(new ContextKey(context.request().owner(), context.id()), _ -> new TreeMap<>());
        if (versions.putIfAbsent(context.version(), context) != null) {
            throw Conflict.exists("context", context.id() + " version " + context.version());
        }
        savedAt.put(context, clock.instant());
    }

    @Override
    public synchronized Optional<Context> find(Owner owner, ContextId id, Optional<Integer> version) {
        return stored(owner, id).stream()
                .filter(context -> version.isEmpty() || version.get() == context.version())
                .findFirst();
    }

    @Override
    public synchronized Page<Context> versions(Owner owner, ContextId id, PageRequest page) {
        return Pages.<Context>descending("contexts" + owner + id, context -> "%010d".formatted(context.version()))
                .cut(stored(owner, id).stream(), page);
    }

    @Override
    public synchronized void saveWarm(Owner owner, Optional<ProjectId> project, Context context) {
        warm.put(new WarmKey(owner, project), context);
        savedAt.put(context, clock.instant());
    }

    @Override
    public synchronized Optional<Context> findWarm(Owner owner, Optional<ProjectId> project) {
        return Optional.ofNullable(warm.get(new WarmKey(owner, project)))
                .filter(context -> context.createdAt().isAfter(changes.getOrDefault(owner, Instant.MIN)))
                .filter(this::isKept);
    }

    @Override
    public synchronized long dropWarm(Owner owner, Instant changedAt) {
        changes.merge(owner, changedAt, (one, other) -> one.isAfter(other) ? one : other);
        return changeCounts.merge(owner, 1L, Long::sum);
    }

    @Override
    public synchronized long changes(Owner owner) {
        return changeCounts.getOrDefault(owner, 0L);
    }

    private List<Context> stored(Owner owner, ContextId id) {
        return contexts.getOrDefault(new ContextKey(owner, id), new TreeMap<>()).descendingMap().values().stream()
                .filter(this::isKept)
                .toList();
    }

    private boolean isKept(Context context) {
        Instant until = savedAt.getOrDefault(context, Instant.EPOCH).plus(KEPT_FOR);
        return clock.instant().isBefore(until);
    }
}
