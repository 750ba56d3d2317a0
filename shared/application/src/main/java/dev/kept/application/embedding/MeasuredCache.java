package dev.kept.application.embedding;

import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import java.util.Map;
import java.util.Set;

/// A cache that says what it knew. One that fails knew nothing.
final class MeasuredCache implements EmbeddingCache {
    private final EmbeddingCache cache;
    private final Metrics metrics;
    private final String name;

    MeasuredCache(EmbeddingCache cache, Metrics metrics, String name) {
        this.cache = cache;
        this.metrics = metrics;
        this.name = name;
    }

    @Override
    public Map<TextKey, Embedding> find(Set<TextKey> keys) {
        Map<TextKey, Embedding> found = Map.of();
        try {
            found = cache.find(keys);
            return found;
        } finally {
            measure(keys, found);
        }
    }

    private void measure(Set<TextKey> keys, Map<TextKey, Embedding> found) {
        keys.forEach(key -> metrics.share(Metric.CACHE_HITS, found.containsKey(key), name));
    }

    @Override
    public void keep(Map<TextKey, Embedding> made) {
        cache.keep(made);
    }
}
