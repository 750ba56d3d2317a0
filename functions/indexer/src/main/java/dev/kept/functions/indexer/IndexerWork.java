package dev.kept.functions.indexer;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.indexing.IndexRecords;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingModels;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchSource;
import dev.kept.runtime.queue.StreamBatch;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/// Indexes the records that a stream batch names, as they stand now.
@Singleton
final class IndexerWork {
    private final IndexRecords records;
    private final String memoriesTable;

    IndexerWork(
            SearchSource source,
            SearchIndex index,
            List<EmbeddingModels> models,
            EmbeddingCache cache,
            ContextStore contexts,
            @Value("${kept.memories.table}") String memoriesTable) {
        Embeddings embeddings = new Embeddings(models, cache, index, Clock.systemUTC());
        this.records = new IndexRecords(source, index, embeddings, new DropWarmContexts(contexts, Clock.systemUTC()));
        this.memoriesTable = memoriesTable;
    }

    StreamsEventResponse index(DynamodbEvent event) {
        StreamBatch batch = new StreamBatch(event, memoriesTable);
        return batch.failedAt(Set.copyOf(records.index(batch.keys())));
    }
}
