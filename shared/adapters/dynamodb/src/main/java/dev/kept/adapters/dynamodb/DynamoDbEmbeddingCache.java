package dev.kept.adapters.dynamodb;

import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingCache;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Vectors in the contexts table, beside the other things that are derived from an owner's records and expire.
final class DynamoDbEmbeddingCache implements EmbeddingCache {
    private final Dynamo dynamo;
    private final String table;
    private final Clock clock;

    DynamoDbEmbeddingCache(Dynamo dynamo, String table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Map<TextKey, Embedding> find(Set<TextKey> keys) {
        Map<String, TextKey> asked = new HashMap<>();
        keys.forEach(key -> asked.put(place(item(key)), key));
        Map<TextKey, Embedding> found = new HashMap<>();
        for (Item item : dynamo.getAll(keys.stream().map(this::at).toList())) {
            TextKey key = asked.get(place(item));
            if (key != null && item.isLive(clock)) {
                item.embedding().ifPresent(vector -> found.put(key, vector));
            }
        }
        return found;
    }

    @Override
    public void keep(Map<TextKey, Embedding> made) {
        long expiresAt = Expiry.of(clock.instant(), Expiry.EMBEDDINGS);
        List<Item> items = made.entrySet().stream()
                .map(entry -> item(entry.getKey()).put(entry.getValue()).put(Attribute.EXPIRES_AT, expiresAt))
                .toList();
        dynamo.putAll(table, items);
    }

    /// No owner's key holds a space.
    private static String place(Item item) {
        return item.text(Attribute.OWNER) + " " + item.text(Attribute.ITEM);
    }

    private Item item(TextKey key) {
        return Item.at(at(key));
    }

    private Key at(TextKey key) {
        return new Key(table, Attribute.OWNER, key.owner().key(), Keys.EMBEDDING + key.model() + "#" + key.hash());
    }
}
