package dev.kept.application.indexing;

import dev.kept.domain.id.Owner;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.search.SearchSource.Unindexed.Changed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// Gives records vectors of one model.
final class Embedder {
    private final Function<Owner, EmbeddingModel> model;

    /// @param model the same for all owners, with what is remembered for each
    Embedder(Function<Owner, EmbeddingModel> model) {
        this.model = model;
    }

    /// Every record that has no vector of the model gets one.
    List<Unindexed> embed(List<Unindexed> items) {
        List<SearchRecord> records = items.stream()
                .filter(Changed.class::isInstance)
                .map(item -> ((Changed) item).item())
                .toList();
        Iterator<SearchRecord> embedded =
                embedded(records, item -> !hasVector(item)).iterator();
        return items.stream()
                .map(item -> item instanceof Changed changed ? new Changed(changed.key(), embedded.next()) : item)
                .toList();
    }

    /// Every record that has a vector of another model gets one of this; who has none keeps having none.
    List<SearchRecord> renew(List<SearchRecord> records) {
        return embedded(records, item -> item.embedding().isPresent() && !hasVector(item));
    }

    private List<SearchRecord> embedded(List<SearchRecord> records, Predicate<SearchRecord> lacking) {
        Map<Owner, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            if (lacking.test(records.get(i))) {
                places.computeIfAbsent(records.get(i).owner(), _ -> new ArrayList<>())
                        .add(i);
            }
        }
        List<SearchRecord> embedded = new ArrayList<>(records);
        places.forEach((owner, of) -> embed(owner, of, embedded));
        return embedded;
    }

    private void embed(Owner owner, List<Integer> places, List<SearchRecord> records) {
        List<String> passages =
                places.stream().map(place -> records.get(place).passage()).toList();
        Iterator<Embedding> made = model.apply(owner).embed(passages).iterator();
        places.forEach(place -> records.set(place, records.get(place).withEmbedding(made.next())));
    }

    private boolean hasVector(SearchRecord item) {
        String id = model.apply(item.owner()).id();
        return item.embedding().filter(vector -> vector.model().equals(id)).isPresent();
    }
}
