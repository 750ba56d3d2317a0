package dev.kept.adapters.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.domain.error.DependencyUnavailable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;

/// Requests about indexes rather than about what they hold.
final class Administrator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_FOUND = 404;

    private final OpenSearchGenericClient client;
    private final Guard guard;

    Administrator(OpenSearchGenericClient client, Guard guard) {
        this.client = client;
        this.guard = guard;
    }

    private record Answer(int status, JsonNode body) {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /// Empty when there is nothing of that name.
    JsonNode read(String path) {
        Answer answer = send(request("GET", path));
        return answer.status() == NOT_FOUND ? JSON.createObjectNode() : expectSuccess(answer);
    }

    boolean isThere(String path) {
        return send(request("GET", path)).isSuccess();
    }

    /// The one index that an alias stands for.
    Optional<String> indexBehind(String alias) {
        Iterator<String> indexes = read("/_alias/" + alias).fieldNames();
        return indexes.hasNext() ? Optional.of(indexes.next()) : Optional.empty();
    }

    void change(String method, String path, JsonNode body) {
        expectSuccess(send(Requests.builder()
                .endpoint(path)
                .method(method)
                .json(body.toString())
                .build()));
    }

    void remove(String path) {
        send(request("DELETE", path));
    }

    private static Request request(String method, String path) {
        return Requests.builder().endpoint(path).method(method).build();
    }

    private Answer send(Request request) {
        return guard.call(() -> {
            try (Response response = client.execute(request)) {
                return new Answer(response.getStatus(), body(response));
            }
        });
    }

    private static JsonNode body(Response response) throws IOException {
        Optional<Body> body = response.getBody();
        return body.isPresent() ? JSON.readTree(body.get().body()) : JSON.createObjectNode();
    }

    private static JsonNode expectSuccess(Answer answer) {
        if (answer.isSuccess()) {
            return answer.body();
        }
        throw new DependencyUnavailable(Guard.DEPENDENCY, new IOException("status " + answer.status()));
    }
}
