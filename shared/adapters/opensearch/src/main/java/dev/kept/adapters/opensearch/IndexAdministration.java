package dev.kept.adapters.opensearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.domain.error.DependencyUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;

/// Makes, finds and removes the index. Its shape is data, in `index-template.json`; its name carries the version of
/// that
/// shape, and an alias stands before it, so that a later version can be filled beside it and take its place at once.
final class IndexAdministration {
    static final String ALIAS = "kept-records";
    private static final String INDEX = ALIAS + "-v1";
    /// Fields that an index may lack which was made before they were thought of; putting one again changes nothing.
    private static final String LATER_FIELDS = "{\"properties\":{\"source\":{\"type\":\"object\",\"enabled\":false}}}";

    private static final int NOT_FOUND = 404;

    private final OpenSearchGenericClient client;
    private final Guard guard;
    private final int dimensions;

    /// @param dimensions of the vectors
    IndexAdministration(OpenSearchGenericClient client, Guard guard, int dimensions) {
        this.client = client;
        this.guard = guard;
        this.dimensions = dimensions;
    }

    void create() {
        expectSuccess(send("PUT", "/_index_template/" + ALIAS, template()));
        if (send("GET", "/_alias/" + ALIAS, "") == NOT_FOUND) {
            createIndex();
        } else {
            expectSuccess(send("PUT", "/" + ALIAS + "/_mapping", LATER_FIELDS));
        }
    }

    /// An index without its alias is what a crash between the two steps left.
    private void createIndex() {
        if (send("GET", "/" + INDEX, "") == NOT_FOUND) {
            expectSuccess(send("PUT", "/" + INDEX, ""));
        }
        expectSuccess(send("PUT", "/" + INDEX + "/_alias/" + ALIAS, ""));
    }

    void drop() {
        send("DELETE", "/" + INDEX, "");
        send("DELETE", "/_index_template/" + ALIAS, "");
    }

    boolean isReady() {
        try {
            return isSuccess(send("GET", "/" + ALIAS + "/_count", ""));
        } catch (DependencyUnavailable _) {
            return false;
        }
    }

    private int send(String method, String path, String body) {
        var request = Requests.builder().endpoint(path).method(method);
        return guard.call(() -> {
            try (Response response = client.execute(
                    body.isEmpty() ? request.build() : request.json(body).build())) {
                return response.getStatus();
            }
        });
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    private static void expectSuccess(int status) {
        if (!isSuccess(status)) {
            throw new DependencyUnavailable(Guard.DEPENDENCY, new IOException("status " + status));
        }
    }

    private String template() {
        try (InputStream json = IndexAdministration.class.getResourceAsStream("index-template.json")) {
            ObjectNode template = (ObjectNode) new ObjectMapper().readTree(Objects.requireNonNull(json));
            ((ObjectNode) template.at("/template/mappings/properties/embedding")).put("dimension", dimensions);
            return template.toString();
        } catch (IOException e) {
            throw new IllegalStateException("the index template is part of this jar", e);
        }
    }
}
