package dev.kept.application.indexing;

import dev.kept.application.embedding.Embeddings;
import dev.kept.domain.id.Owner;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.search.SearchSource.Unindexed.Changed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gives an embedding of the current model to every record that has none of it.
final class Embedder {
    private final Embeddings embeddings;

    Embedder(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    List<Unindexed> embed(List<Unindexed> items) {
        Map<Owner, Iterator<Embedding>> made = made(items);
        List<Unindexed> embedded = new ArrayList<>(items.size());
        for (Unindexed item : items) {
            Iterator<Embedding> vectors = made.get(item.key().owner());
            embedded.add(
                    item instanceof Changed changed && vectors != null && lacksEmbedding(changed)
                            ? new Changed(changed.key(), changed.item().withEmbedding(vectors.next()))
                            : item);
        }
        return embedded;
    }

    /// Vectors for the records that lack one, by owner, in their order.
    private Map<Owner, Iterator<Embedding>> made(List<Unindexed> items) {
        Map<Owner, List<String>> passages = new LinkedHashMap<>();
        for (Unindexed item : items) {
            if (item instanceof Changed changed && lacksEmbedding(changed)) {
                passages.computeIfAbsent(item.key().owner(), _ -> new ArrayList<>())
                        .add(changed.item().passage());
            }
        }
        Map<Owner, Iterator<Embedding>> made = new HashMap<>();
        passages.forEach((owner, texts) ->
                made.put(owner, embeddings.of(owner).embed(texts).iterator()));
        return made;
    }

    private boolean lacksEmbedding(Changed changed) {
        EmbeddingModel model = embeddings.of(changed.key().owner());
        return changed.item()
                .embedding()
                .filter(embedding -> isOf(model, embedding))
                .isEmpty();
    }

    private static boolean isOf(EmbeddingModel model, Embedding embedding) {
        return embedding.model().equals(model.id()) && embedding.dimensions() == model.dimensions();
    }
}
