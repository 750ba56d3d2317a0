package dev.kept.benchmarks.coldstart.bare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hc.core5.http.HttpHost;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.msearch.RequestItem;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/// The embedding model and the client of the index, and one search with both.
final class BareIndex {
    private final BgeSmallEnV15QuantizedEmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
    private final OpenSearchClient client = client(URI.create(System.getenv("KEPT_SEARCH_ENDPOINT")));

    private static OpenSearchClient client(URI endpoint) {
        return new OpenSearchClient(
                ApacheHttpClient5TransportBuilder.builder(new HttpHost("http", endpoint.getHost(), endpoint.getPort()))
                        .setMapper(new JacksonJsonpMapper())
                        .build());
    }

    int find(String question) throws IOException {
        List<Float> vector = model.embed(TextSegment.from(question)).content().vectorAsList();
        Query words = Query.of(all -> all.match(match -> match.field("words").query(FieldValue.of(question))));
        Query nearest = Query.of(
                all -> all.knn(knn -> knn.field("embedding").vector(vector).k(20)));
        return client.msearch(
                        request -> request.index("kept-records").searches(item(words), item(nearest)), JsonNode.class)
                .responses()
                .size();
    }

    private static RequestItem item(Query query) {
        return RequestItem.of(item -> item.header(header -> header.routing("BARE#1"))
                .body(body -> body.query(query).size(20)));
    }
}
