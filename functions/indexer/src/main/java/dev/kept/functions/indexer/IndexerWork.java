package dev.kept.functions.indexer;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.indexing.IndexRecords;
import dev.kept.domain.cache.Cache;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingModels;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.runtime.queue.StreamBatch;
import dev.kept.runtime.queue.TracedChanges;
import dev.kept.runtime.telemetry.Telemetry;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Indexes the records that a stream batch names, as they stand now.
@Singleton
final class IndexerWork {
    private static final Logger LOG = LoggerFactory.getLogger(IndexerWork.class);

    private final Clock clock = Clock.systemUTC();
    private final IndexRecords records;
    private final String memoriesTable;
    private final Metrics metrics;

    IndexerWork(
            SearchSource source,
            SearchIndex index,
            List<EmbeddingModels> models,
            EmbeddingCache stored,
            Cache cache,
            ContextStore contexts,
            Metrics metrics,
            @Value("${kept.memories.table}") String memoriesTable) {
        Embeddings embeddings = new Embeddings(models, stored, index, clock);
        this.records = new IndexRecords(source, index, embeddings, new DropWarmContexts(contexts, clock, cache));
        this.memoriesTable = memoriesTable;
        this.metrics = metrics;
    }

    StreamsEventResponse index(DynamodbEvent event) {
        try (var _ = new IndexingSpans(TracedChanges.of(event), Telemetry.tracing())) {
            StreamBatch batch = new StreamBatch(event, memoriesTable);
            Set<RecordKey> failed = Set.copyOf(records.index(batch.keys()));
            report(batch, failed);
            return batch.failedAt(failed);
        }
    }

    /// What failed comes again, and is as late as it is then.
    private void report(StreamBatch batch, Set<RecordKey> failed) {
        Instant now = clock.instant();
        List<Duration> lags = batch.ages(now, failed);
        lags.forEach(lag -> metrics.took(Metric.INDEX_LAG, lag));
        metrics.count(Metric.INDEX_FAILURES, failed.size());
        LOG.atInfo()
                .addKeyValue("records", batch.keys().size())
                .addKeyValue("failed", failed.size())
                .addKeyValue(
                        "lagMs",
                        lags.stream().mapToLong(Duration::toMillis).max().orElse(0))
                .log("records.indexed");
    }
}
