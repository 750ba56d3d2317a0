package dev.kept.application.embedding;

import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingCache;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The vectors of the last texts, in this process: a client asks the same question for its search and its context, and
/// a record is laid over several answers before the index has it.
final class MemoryCache implements EmbeddingCache {
    /// At 1.5 KB each, 3 MB; 8 MB with 1,024 dimensions.
    static final int ENTRIES_MAX = 2_000;

    private final LeastRecent vectors = new LeastRecent();

    @Override
    public synchronized Map<TextKey, Embedding> find(Set<TextKey> keys) {
        Map<TextKey, Embedding> found = new HashMap<>();
        for (TextKey key : keys) {
            Embedding known = vectors.get(key);
            if (known != null) {
                found.put(key, known);
            }
        }
        return found;
    }

    @Override
    public synchronized void keep(Map<TextKey, Embedding> made) {
        vectors.putAll(made);
    }

    private static final class LeastRecent extends LinkedHashMap<EmbeddingCache.TextKey, Embedding> {
        LeastRecent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<EmbeddingCache.TextKey, Embedding> eldest) {
            return size() > ENTRIES_MAX;
        }
    }
}
