package dev.kept.application.indexing;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.page.Page;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchIndex.IndexChange;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.search.SearchSource.Unindexed;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Fills the index from the records, a page at a time. Safe to repeat from any cursor and to run while writes go on:
/// versions keep an older write from replacing a newer one.
public final class RebuildIndex {
    private static final int PAGE = 200;

    private final SearchSource source;
    private final SearchIndex index;
    private final Embedder embedder;
    private final Surroundings surroundings;
    private final Marks marks;

    public RebuildIndex(SearchSource source, SearchIndex index, Embeddings embeddings, DropWarmContexts warmContexts) {
        this.source = source;
        this.index = index;
        this.embedder = new Embedder(embeddings);
        this.surroundings = new Surroundings(source);
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
        Surroundings.Changes changes = surroundings.changes(records);
        Set<IndexChange> failed = new HashSet<>(records.isEmpty() ? List.of() : index.apply(changes.all()));
        marks.takeAway(IntStream.range(0, records.size())
                .filter(i -> !failed.contains(changes.own().get(i)))
                .mapToObj(records::get)
                .toList());
        return (int) changes.own().stream().filter(failed::contains).count();
    }
}
