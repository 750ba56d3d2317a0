package dev.kept.application.indexing;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchIndex.IndexChange;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.search.SearchSource.Unindexed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Brings changed records into the index and removed ones out of it.
///
/// A mark is taken away only after the index made the change visible, so at every moment a record is found through the
/// mark, through the index, or through both. Repeating the work changes nothing.
public final class IndexRecords {
    private final SearchSource source;
    private final SearchIndex index;
    private final Embedder embedder;
    private final Surroundings surroundings;
    private final Marks marks;

    public IndexRecords(SearchSource source, SearchIndex index, Embeddings embeddings, DropWarmContexts warmContexts) {
        this.source = source;
        this.index = index;
        this.embedder = new Embedder(embeddings);
        this.surroundings = new Surroundings(source);
        this.marks = new Marks(source, warmContexts);
    }

    /// @return the keys that failed, for another try
    public List<RecordKey> index(List<RecordKey> keys) {
        List<Unindexed> marked = source.load(keys.stream().distinct().toList());
        try {
            return apply(embedder.embed(marked));
        } catch (DependencyUnavailable | Throttled _) {
            return marked.stream().map(Unindexed::key).toList();
        }
    }

    private List<RecordKey> apply(List<Unindexed> marked) {
        Surroundings.Changes changes = surroundings.changes(marked);
        Set<IndexChange> failed = new HashSet<>(marked.isEmpty() ? List.of() : index.apply(changes.all()));
        List<Unindexed> indexed = new ArrayList<>();
        List<RecordKey> again = new ArrayList<>();
        for (int i = 0; i < marked.size(); i++) {
            if (failed.contains(changes.own().get(i))) {
                again.add(marked.get(i).key());
            } else {
                indexed.add(marked.get(i));
            }
        }
        marks.takeAway(indexed);
        return again;
    }
}
