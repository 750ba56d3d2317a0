package dev.kept.testkit;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingCache;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Vectors in memory; it can be taken down, and forgets nothing.
public final class FakeEmbeddingCache implements EmbeddingCache {
    private final Map<TextKey, Embedding> vectors = new HashMap<>();
    private boolean down;

    public synchronized void goDown() {
        down = true;
    }

    public synchronized int size() {
        return vectors.size();
    }

    @Override
    public synchronized Map<TextKey, Embedding> find(Set<TextKey> keys) {
        expectUp();
        Map<TextKey, Embedding> found = new HashMap<>(vectors);
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public synchronized void keep(Map<TextKey, Embedding> made) {
        expectUp();
        vectors.putAll(made);
    }

    private void expectUp() {
        if (down) {
            throw new DependencyUnavailable("cache", new IllegalStateException("taken down by the test"));
        }
    }
}
