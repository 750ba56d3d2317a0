package dev.kept.local.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.child.LocalServerContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalOpenSearchTest extends LocalServerContract {

    LocalOpenSearchTest() throws IOException {
        super(LocalOpenSearch.class, List.of("--port", "--transport-port"));
    }

    @Test
    void findsTheNearestVector() throws Exception {
        send(200, "PUT", "/memories", """
                {"settings": {"index": {"knn": true, "number_of_shards": 1, "number_of_replicas": 0}},
                 "mappings": {"properties": {"vector": {"type": "knn_vector", "dimension": 2,
                   "method": {"name": "hnsw", "engine": "lucene", "space_type": "cosinesimil"}}}}}""");
        send(201, "PUT", "/memories/_doc/east?refresh=true", "{\"vector\": [1, 0]}");
        send(201, "PUT", "/memories/_doc/north?refresh=true", "{\"vector\": [0, 1]}");
        String found = send(200, "POST", "/memories/_search", """
                {"size": 1, "query": {"knn": {"vector": {"vector": [0.1, 0.9], "k": 1}}}}""");
        assertTrue(found.contains("\"_id\":\"north\""), found);
    }

    @Test
    void makesNoIndexThatNobodyAskedFor() throws Exception {
        send(404, "PUT", "/memorise/_doc/1", "{}");
    }

    private String send(int status, String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(status, response.statusCode(), response::body);
            return response.body();
        }
    }
}
