package dev.kept.application.indexing;

import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Indexes what the stream's consumer missed: a stream keeps 24 hours, and an index can be down for longer.
public final class CatchUp {
    /// How long the stream's consumer has the first try.
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final int BATCH = 100;

    private final SearchSource source;
    private final IndexRecords records;
    private final Clock clock;

    public CatchUp(SearchSource source, IndexRecords records, Clock clock) {
        this.source = source;
        this.records = records;
        this.clock = clock;
    }

    /// @param seen marked records that were looked at
    /// @param failed those that are still not in the index
    public record Caught(int seen, int failed) {
        /// Whether another round would find more to do.
        public boolean hasMore() {
            return seen >= BATCH && failed == 0;
        }
    }

    /// Indexes the oldest batch of records that have been waiting.
    public Caught catchUp() {
        List<RecordKey> waiting = source.unindexedSince(clock.instant().minus(GRACE), BATCH);
        List<RecordKey> failed = waiting.isEmpty() ? List.of() : records.index(waiting);
        return new Caught(waiting.size(), failed.size());
    }
}
