package dev.kept.application.embedding;

import dev.kept.domain.id.Owner;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingModel;

/// The embedding model with what was made before in front of it.
///
/// A bounded memory of this process stands before every model. The stored cache stands only before a remote one: its
/// look-up takes 2 to 5 ms, which is little beside a call of 100 ms, and as much as a model in process needs for the
/// whole work; and to store a vector costs more than to make it there again.
public final class Embeddings {
    private final EmbeddingModel model;
    private final EmbeddingCache stored;
    private final EmbeddingCache memory = new MemoryCache();

    public Embeddings(EmbeddingModel model, EmbeddingCache stored) {
        this.model = model;
        this.stored = stored;
    }

    /// The model for the texts of one owner.
    public EmbeddingModel of(Owner owner) {
        EmbeddingModel kept = model.isRemote() ? new CachedEmbeddings(model, stored, owner) : model;
        return new CachedEmbeddings(kept, memory, owner);
    }
}
