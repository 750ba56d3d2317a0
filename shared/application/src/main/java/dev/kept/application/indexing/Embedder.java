package dev.kept.application.indexing;

import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.search.SearchSource.Unindexed.Changed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Gives an embedding of the current model to every record that has none of it.
final class Embedder {
    private final EmbeddingModel model;

    Embedder(EmbeddingModel model) {
        this.model = model;
    }

    List<Unindexed> embed(List<Unindexed> items) {
        Iterator<Embedding> made = model.embed(passages(items)).iterator();
        List<Unindexed> embedded = new ArrayList<>(items.size());
        for (Unindexed item : items) {
            embedded.add(
                    item instanceof Changed changed && lacksEmbedding(changed)
                            ? new Changed(changed.key(), changed.item().withEmbedding(made.next()))
                            : item);
        }
        return embedded;
    }

    private List<String> passages(List<Unindexed> items) {
        return items.stream()
                .filter(Changed.class::isInstance)
                .map(Changed.class::cast)
                .filter(this::lacksEmbedding)
                .map(changed -> changed.item().passage())
                .toList();
    }

    private boolean lacksEmbedding(Changed changed) {
        return changed.item().embedding().filter(this::isCurrent).isEmpty();
    }

    private boolean isCurrent(Embedding embedding) {
        return embedding.model().equals(model.id()) && embedding.dimensions() == model.dimensions();
    }
}
