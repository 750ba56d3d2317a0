package dev.kept.application.embedding;

import dev.kept.domain.cache.Cache;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.id.Owner;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.EmbeddingModels;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.telemetry.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The embedding models of the deployment, each with what was made before in front of it.
///
/// Which one searches use is told by the index: it changes when the index of another model takes
/// over, while the functions go on running. The configured one is used where there is no index.
///
/// A bounded memory of this process stands before every model, and behind it, where there is one,
/// the cache that all processes share: it answers within a millisecond. The stored cache stands
/// only before a remote one: its look-up takes 2 to 5 ms, which is little beside a call of 100 ms,
/// and as much as a model in process needs for the whole work; and to store a vector costs more
/// than to make it there again.
public final class Embeddings {
    /// How long a process may go on with a model after searches were switched to another.
    public static final Duration BELIEVED = Duration.ofSeconds(10);

    private final List<EmbeddingModels> offered;
    private final EmbeddingModel wanted;
    private final EmbeddingCache stored;
    private final EmbeddingCache memory;
    private final Optional<EmbeddingCache> shared;
    private final Supplier<Optional<String>> current;

    /// @throws IllegalArgumentException when none of the offered is the configured one
    public Embeddings(List<EmbeddingModels> offered, EmbeddingCache stored, SearchIndex index, Clock clock) {
        this.offered = List.copyOf(offered);
        this.wanted = offered.stream()
                .flatMap(models -> models.wanted().stream())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("kept.embedding.model is no model that this deployment holds"));
        this.stored = stored;
        this.memory = new MemoryCache();
        this.shared = Optional.empty();
        this.current = new CurrentModel(index, clock);
    }

    /// One model, whatever the index says.
    public Embeddings(EmbeddingModel only, EmbeddingCache stored) {
        this.offered = List.of();
        this.wanted = only;
        this.stored = stored;
        this.memory = new MemoryCache();
        this.shared = Optional.empty();
        this.current = Optional::empty;
    }

    private Embeddings(Embeddings embeddings, Metrics metrics) {
        this.offered = embeddings.offered;
        this.wanted = embeddings.wanted;
        this.stored = new MeasuredCache(embeddings.stored, metrics, "embedding-stored");
        this.memory = new MeasuredCache(embeddings.memory, metrics, "embedding-memory");
        this.shared = embeddings.shared.map(cache -> new MeasuredCache(cache, metrics, "embedding-shared"));
        this.current = embeddings.current;
    }

    private Embeddings(Embeddings embeddings, Optional<EmbeddingCache> shared) {
        this.offered = embeddings.offered;
        this.wanted = embeddings.wanted;
        this.stored = embeddings.stored;
        this.memory = embeddings.memory;
        this.shared = shared;
        this.current = embeddings.current;
    }

    /// One that looks into the cache of all processes too, if it is one.
    public Embeddings sharing(Cache cache) {
        return cache.isShared() ? new Embeddings(this, Optional.of(new SharedCache(cache))) : this;
    }

    /// One that says which vectors were known.
    public Embeddings measuredBy(Metrics metrics) {
        return new Embeddings(this, metrics);
    }

    /// The id of the model that the deployment is configured for.
    public String wanted() {
        return wanted.id();
    }

    /// The model that searches use now, for the texts of one owner.
    public EmbeddingModel of(Owner owner) {
        EmbeddingModel now = current.get().flatMap(this::find).orElse(wanted);
        return cached(now, owner);
    }

    /// One model, for the texts of one owner.
    ///
    /// @throws DependencyUnavailable when the deployment no longer holds it
    public EmbeddingModel of(Owner owner, String model) {
        EmbeddingModel found = find(model)
                .orElseThrow(() -> new DependencyUnavailable(
                        "embedding model " + model, new IllegalStateException("it is not in this deployment")));
        return cached(found, owner);
    }

    private Optional<EmbeddingModel> find(String id) {
        return wanted.id().equals(id)
                ? Optional.of(wanted)
                : offered.stream().flatMap(models -> models.find(id).stream()).findFirst();
    }

    private EmbeddingModel cached(EmbeddingModel model, Owner owner) {
        EmbeddingModel kept = model.isRemote() ? new CachedEmbeddings(model, stored, owner) : model;
        EmbeddingModel near = shared.<EmbeddingModel>map(cache -> new CachedEmbeddings(kept, cache, owner))
                .orElse(kept);
        return new CachedEmbeddings(near, memory, owner);
    }
}
