package dev.kept.application.embedding;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.id.Owner;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingCache.TextKey;
import dev.kept.domain.search.EmbeddingModel;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A model that embeds only what its cache does not know, for one owner. A cache that fails knows nothing.
final class CachedEmbeddings implements EmbeddingModel {
    /// A model may read a question otherwise than a passage of the same words.
    private static final String QUESTION = "question\n";

    private final EmbeddingModel model;
    private final EmbeddingCache cache;
    private final Owner owner;

    CachedEmbeddings(EmbeddingModel model, EmbeddingCache cache, Owner owner) {
        this.model = model;
        this.cache = cache;
        this.owner = owner;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public boolean isRemote() {
        return model.isRemote();
    }

    @Override
    public Embedding embedQuery(String query) {
        TextKey key = key(QUESTION + query);
        Embedding known = known(Set.of(key)).get(key);
        if (known != null) {
            return known;
        }
        Embedding made = model.embedQuery(query);
        keep(Map.of(key, made));
        return made;
    }

    @Override
    public List<Embedding> embed(List<String> passages) {
        Map<TextKey, String> texts = new LinkedHashMap<>();
        List<TextKey> keys = passages.stream()
                .map(passage -> {
                    TextKey key = key(passage);
                    texts.put(key, passage);
                    return key;
                })
                .toList();
        Map<TextKey, Embedding> vectors = new HashMap<>(known(texts.keySet()));
        texts.keySet().removeAll(vectors.keySet());
        vectors.putAll(made(texts));
        return keys.stream().map(key -> vector(vectors, key)).toList();
    }

    private Map<TextKey, Embedding> made(Map<TextKey, String> unknown) {
        if (unknown.isEmpty()) {
            return Map.of();
        }
        Iterator<Embedding> fresh = model.embed(List.copyOf(unknown.values())).iterator();
        Map<TextKey, Embedding> made = new HashMap<>();
        unknown.keySet().forEach(key -> made.put(key, fresh.next()));
        keep(made);
        return made;
    }

    private static Embedding vector(Map<TextKey, Embedding> vectors, TextKey key) {
        Embedding vector = vectors.get(key);
        if (vector == null) {
            throw new IllegalStateException("every key was looked up or made");
        }
        return vector;
    }

    private Map<TextKey, Embedding> known(Set<TextKey> keys) {
        try {
            return cache.find(keys);
        } catch (DependencyUnavailable | Throttled _) {
            return Map.of();
        }
    }

    private void keep(Map<TextKey, Embedding> made) {
        try {
            cache.keep(made);
        } catch (DependencyUnavailable | Throttled _) {
            // It is made again the next time.
        }
    }

    private TextKey key(String text) {
        return TextKey.of(owner, model.id(), text);
    }
}
