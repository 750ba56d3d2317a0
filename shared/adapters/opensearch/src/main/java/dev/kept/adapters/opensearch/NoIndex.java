package dev.kept.adapters.opensearch;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.search.IndexedModels;
import dev.kept.domain.search.SearchIndex;
import java.util.List;

/// The index of a deployment that has none: every search is answered from the store, and every change is in at once.
final class NoIndex implements SearchIndex {
    @Override
    public Candidates find(IndexQuery query) {
        throw new DependencyUnavailable(
                "search index", new UnsupportedOperationException("kept.search.mode is direct"));
    }

    @Override
    public List<IndexChange> apply(String model, List<IndexChange> changes) {
        return List.of();
    }

    @Override
    public IndexedModels models() {
        return IndexedModels.NONE;
    }

    @Override
    public void create(String model) {
        // nothing to make
    }

    @Override
    public void use(String model) {
        // nothing to choose
    }

    @Override
    public void drop(String model) {
        // nothing to remove
    }

    @Override
    public boolean isReady() {
        return false;
    }
}
