package dev.kept.application.indexing;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.page.Page;
import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchIndex.IndexChange;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.search.SearchSource.Unindexed;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Fills the index from the records, a page at a time. Safe to repeat from any cursor and to run while writes go on:
/// versions keep an older write from replacing a newer one.
public final class RebuildIndex {
    private static final int PAGE = 200;

    private final SearchSource source;
    private final SearchIndex index;
    private final Embedder embedder;
    private final Marks marks;

    public RebuildIndex(
            SearchSource source, SearchIndex index, EmbeddingModel embeddings, DropWarmContexts warmContexts) {
        this.source = source;
        this.index = index;
        this.embedder = new Embedder(embeddings);
        this.marks = new Marks(source, warmContexts);
    }

    /// @param indexed records of this page that the index holds now
    /// @param failed records of this page that the index rejected; they keep or get no mark of success
    /// @param next the cursor to go on with; empty at the end
    public record Progress(int indexed, int failed, Optional<String> next) {}

    /// Indexes one page.
    ///
    /// @param cursor of the page before; empty begins, and makes the index if it is not there
    /// @throws DependencyUnavailable when the index or the embedding model is down; repeat with the same cursor
    public Progress rebuild(Optional<String> cursor) {
        if (cursor.isEmpty()) {
            index.create();
        }
        Page<Unindexed.Changed> page = source.everything(cursor, PAGE);
        List<Unindexed> records = embedder.embed(List.copyOf(page.items()));
        int failed = put(records);
        return new Progress(records.size() - failed, failed, page.next());
    }

    private int put(List<Unindexed> records) {
        List<IndexChange> puts = records.stream().map(RebuildIndex::put).toList();
        Set<IndexChange> failed = new HashSet<>(puts.isEmpty() ? List.of() : index.apply(puts));
        marks.takeAway(
                records.stream().filter(item -> !failed.contains(put(item))).toList());
        return failed.size();
    }

    private static IndexChange put(Unindexed item) {
        return new IndexChange.Put(((Unindexed.Changed) item).item());
    }
}
