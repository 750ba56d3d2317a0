package dev.kept.adapters.opensearch;

import dev.kept.domain.search.IndexedModels;
import dev.kept.domain.search.SearchIndex;
import java.util.ArrayList;
import java.util.List;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.core.MsearchResponse;

/// The search index on OpenSearch. Documents are routed by owner, so that a search asks one shard.
final class OpenSearchIndex implements SearchIndex {
    private final OpenSearchClient reads;
    private final OpenSearchClient writes;
    /// Searches and health checks wait for what it says.
    private final IndexAdministration looking;

    private final IndexAdministration changing;
    private final Guard guard;

    OpenSearchIndex(OpenSearchConfig config) {
        this.reads = new OpenSearchClient(Transports.to(config, config.searchTimeout()));
        this.writes = new OpenSearchClient(Transports.to(config, config.bulkTimeout()));
        this.guard = new Guard(config.recovery(), config.recoveryMax());
        this.looking = new IndexAdministration(new Administrator(reads.generic(), guard));
        this.changing = new IndexAdministration(new Administrator(writes.generic(), guard));
    }

    @Override
    public Candidates find(IndexQuery query) {
        HybridSearch search = new HybridSearch(query);
        if (search.asksNothing()) {
            return new Candidates(List.of(), List.of());
        }
        MsearchResponse<IndexedRecord> response =
                guard.call(() -> reads.msearch(search.request(), IndexedRecord.class));
        return search.read(response);
    }

    @Override
    public List<IndexChange> apply(String model, List<IndexChange> changes) {
        List<IndexChange> failed = new ArrayList<>();
        for (List<IndexChange> batch : BulkWrite.batches(changes)) {
            var response = guard.call(() -> writes.bulk(BulkWrite.request(model, batch)));
            failed.addAll(BulkWrite.failed(batch, response));
        }
        return failed;
    }

    @Override
    public IndexedModels models() {
        return looking.models();
    }

    @Override
    public void create(String model) {
        changing.create(model);
    }

    @Override
    public void use(String model) {
        changing.use(model);
    }

    @Override
    public void drop(String model) {
        changing.drop(model);
    }

    @Override
    public boolean isReady() {
        return looking.isReady();
    }
}
