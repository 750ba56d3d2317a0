package dev.kept.application.indexing;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.indexing.KeptIndexes.Written;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.page.Page;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.search.SearchSource.Unindexed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Fills the index from the records, a page at a time. Safe to repeat from any cursor and to run while writes go on:
/// versions keep an older write from replacing a newer one.
public final class RebuildIndex {
    private static final int PAGE = 200;

    private final SearchSource source;
    private final SearchIndex index;
    private final Embeddings embeddings;
    private final KeptIndexes indexes;
    private final Marks marks;

    public RebuildIndex(SearchSource source, SearchIndex index, Embeddings embeddings, DropWarmContexts warmContexts) {
        this.source = source;
        this.index = index;
        this.embeddings = embeddings;
        this.indexes = new KeptIndexes(source, index, embeddings);
        this.marks = new Marks(source, warmContexts);
    }

    /// @param indexed records of this page that the index holds now
    /// @param failed records of this page that the index rejected; they keep or get no mark of success
    /// @param next the cursor to go on with; empty at the end
    public record Progress(int indexed, int failed, Optional<String> next) {}

    /// Indexes one page, in every index that is kept, and stores vectors of the current model with the records.
    ///
    /// @param cursor of the page before; empty begins, and makes an index if there is none
    /// @throws DependencyUnavailable when the index or the embedding model is down; repeat with the same cursor
    public Progress rebuild(Optional<String> cursor) {
        if (cursor.isEmpty() && index.models().kept().isEmpty()) {
            index.create(embeddings.wanted());
        }
        return page(cursor, records -> {
            Written written = indexes.write(records);
            marks.takeAway(written.done());
            return written;
        });
    }

    /// Indexes one page in the index of one model, and leaves the records as they are.
    ///
    /// @throws DependencyUnavailable when the index or the embedding model is down; repeat with the same cursor
    public Progress fill(String model, Optional<String> cursor) {
        return page(cursor, records -> indexes.write(model, records));
    }

    private Progress page(Optional<String> cursor, Function<List<Unindexed>, Written> write) {
        Page<Unindexed.Changed> page = source.everything(cursor, PAGE);
        List<Unindexed> records = List.copyOf(page.items());
        int failed = records.isEmpty() ? 0 : write.apply(records).failed().size();
        return new Progress(records.size() - failed, failed, page.next());
    }
}
