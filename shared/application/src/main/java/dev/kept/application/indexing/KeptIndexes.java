package dev.kept.application.indexing;

import dev.kept.application.embedding.Embeddings;
import dev.kept.domain.search.IndexedModels;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchIndex.IndexChange;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.search.SearchSource.Unindexed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes records into the index of every model that is kept, into each with vectors of its model.
///
/// Which ones are kept is looked up for every batch, and after its records were read: what is written into an index
/// that was made since was read before its filling began, and is found by it.
final class KeptIndexes {
    private final SearchSource source;
    private final SearchIndex index;
    private final Embeddings embeddings;

    KeptIndexes(SearchSource source, SearchIndex index, Embeddings embeddings) {
        this.source = source;
        this.index = index;
        this.embeddings = embeddings;
    }

    /// @param embedded the records with vectors of the model that searches use, or of the only one written
    /// @param failed places of the records that an index rejected
    record Written(List<Unindexed> embedded, Set<Integer> failed) {
        List<Unindexed> done() {
            return IntStream.range(0, embedded.size())
                    .filter(place -> !failed.contains(place))
                    .mapToObj(embedded::get)
                    .toList();
        }
    }

    /// @throws dev.kept.domain.error.DependencyUnavailable when an index, or the model of one, is down: then none may
    ///     count as written, or a later change of the model would lose it
    Written write(List<Unindexed> records) {
        IndexedModels models = index.models();
        String current = models.current().orElse(embeddings.wanted());
        Written written = write(current, records);
        Set<Integer> failed = new HashSet<>(written.failed());
        models.kept().stream()
                .filter(other -> !other.equals(current))
                .forEach(other -> failed.addAll(write(other, records).failed()));
        return new Written(written.embedded(), failed);
    }

    /// Into the index of one model alone.
    Written write(String model, List<Unindexed> records) {
        Embedder embedder = new Embedder(owner -> embeddings.of(owner, model));
        List<Unindexed> embedded = embedder.embed(records);
        Surroundings.Changes changes = new Surroundings(source, embedder).changes(embedded);
        List<IndexChange> all = changes.all();
        Set<IndexChange> rejected = new HashSet<>(all.isEmpty() ? List.of() : index.apply(model, all));
        Set<Integer> failed = IntStream.range(0, records.size())
                .filter(place -> rejected.contains(changes.own().get(place)))
                .boxed()
                .collect(Collectors.toSet());
        return new Written(embedded, failed);
    }
}
