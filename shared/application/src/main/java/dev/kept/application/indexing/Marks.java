package dev.kept.application.indexing;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.search.SearchSource.Unindexed;
import java.util.List;

/// Takes away the marks of records that the index holds now, after the prepared contexts that lack them are forgotten.
final class Marks {
    private final SearchSource source;
    private final DropWarmContexts warmContexts;

    Marks(SearchSource source, DropWarmContexts warmContexts) {
        this.source = source;
        this.warmContexts = warmContexts;
    }

    void takeAway(List<Unindexed> indexed) {
        if (!indexed.isEmpty()) {
            warmContexts.of(indexed.stream().map(item -> item.key().owner()).toList());
            source.markIndexed(indexed);
        }
    }
}
