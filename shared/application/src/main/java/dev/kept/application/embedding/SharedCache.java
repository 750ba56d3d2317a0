package dev.kept.application.embedding;

import dev.kept.domain.cache.Cache;
import dev.kept.domain.cache.Cache.Drawer;
import dev.kept.domain.cache.Cache.Place;
import dev.kept.domain.id.Owner;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingCache;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The vectors that all processes share. A vector belongs to its text and model for ever, so none
/// can be stale.
final class SharedCache implements EmbeddingCache {
    private static final long ONLY_VERSION = 1;

    private final Cache cache;

    SharedCache(Cache cache) {
        this.cache = cache;
    }

    @Override
    public Map<TextKey, Embedding> find(Set<TextKey> keys) {
        Map<TextKey, Embedding> found = new HashMap<>();
        byOwner(keys).forEach((owner, asked) -> {
            Map<String, ByteBuffer> copies = cache.find(place(owner), ONLY_VERSION, asked.keySet());
            copies.forEach((name, bytes) -> {
                TextKey key = asked.get(name);
                if (key != null) {
                    found.put(key, read(key.model(), bytes));
                }
            });
        });
        return found;
    }

    @Override
    public void keep(Map<TextKey, Embedding> made) {
        byOwner(made.keySet()).forEach((owner, keys) -> {
            Map<String, ByteBuffer> copies = new HashMap<>();
            keys.forEach((name, key) -> {
                Embedding vector = made.get(key);
                if (vector != null) {
                    copies.put(name, bytes(vector));
                }
            });
            cache.keep(place(owner), ONLY_VERSION, copies);
        });
    }

    /// In full, unlike in the record: whether a vector was known must not be seen in an answer.
    private static ByteBuffer bytes(Embedding vector) {
        float[] values = vector.vector();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    private static Embedding read(String model, ByteBuffer bytes) {
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.duplicate().asFloatBuffer().get(values);
        return new Embedding(model, values);
    }

    private static Map<Owner, Map<String, TextKey>> byOwner(Set<TextKey> keys) {
        return keys.stream()
                .collect(Collectors.groupingBy(TextKey::owner, Collectors.toMap(SharedCache::name, key -> key)));
    }

    private static String name(TextKey key) {
        return key.model() + " " + key.hash();
    }

    private static Place place(Owner owner) {
        return new Place(owner, Drawer.VECTORS);
    }
}
