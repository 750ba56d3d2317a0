package dev.kept.application.indexing;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.search.SearchSource.Unindexed;
import java.util.List;

/// Brings changed records into the index and removed ones out of it.
///
/// A mark is taken away only after the index made the change visible, so at every moment a record is found through the
/// mark, through the index, or through both. Repeating the work changes nothing.
public final class IndexRecords {
    private final SearchSource source;
    private final KeptIndexes indexes;
    private final Marks marks;

    public IndexRecords(SearchSource source, SearchIndex index, Embeddings embeddings, DropWarmContexts warmContexts) {
        this.source = source;
        this.indexes = new KeptIndexes(source, index, embeddings);
        this.marks = new Marks(source, warmContexts);
    }

    /// @return the keys that failed, for another try
    public List<RecordKey> index(List<RecordKey> keys) {
        List<Unindexed> marked = source.load(keys.stream().distinct().toList());
        if (marked.isEmpty()) {
            return List.of();
        }
        try {
            KeptIndexes.Written written = indexes.write(marked);
            marks.takeAway(written.done());
            return written.failed().stream()
                    .sorted()
                    .map(place -> marked.get(place).key())
                    .toList();
        } catch (DependencyUnavailable | Throttled _) {
            return marked.stream().map(Unindexed::key).toList();
        }
    }
}
