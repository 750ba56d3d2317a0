package dev.kept.testkit;

import dev.kept.domain.work.ContextQueue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Remembers which warm contexts were asked for.
public final class FakeContextQueue implements ContextQueue {
    private final Set<WarmContextKey> requests = new LinkedHashSet<>();

    @Override
    public synchronized void request(List<WarmContextKey> contexts) {
        requests.addAll(contexts);
    }

    public synchronized List<WarmContextKey> requests() {
        return List.copyOf(requests);
    }
}
