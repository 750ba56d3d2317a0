package dev.kept.adapters.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.domain.error.DependencyUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The bodies of Cohere Rerank 3.5 and Amazon Rerank 1.0. They are the same but for Cohere's version of its API.
///
/// https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html, https://docs.cohere.com/reference/rerank
final class RerankWire {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COHERE_API = 2;

    private RerankWire() {}

    static String request(RerankConfig config, String question, List<String> passages) {
        ObjectNode body = JSON.createObjectNode().put("query", question);
        passages.forEach(body.putArray("documents")::add);
        body.put("top_n", passages.size());
        if (config.isCohere()) {
            body.put("api_version", COHERE_API);
        }
        return body.toString();
    }

    /// The results come best first; they are put back in the order of the passages.
    ///
    /// @throws DependencyUnavailable when the body is not what the models document, or leaves a passage out
    static List<Double> relevances(InputStream body, int passages) {
        List<Double> relevances = new ArrayList<>(Collections.nCopies(passages, Double.NaN));
        for (JsonNode result : read(body).path("results")) {
            int index = result.path("index").asInt(-1);
            if (index < 0 || index >= passages) {
                throw malformed("a result for no passage");
            }
            relevances.set(index, relevance(result.path("relevance_score")));
        }
        if (relevances.contains(Double.NaN)) {
            throw malformed("a passage without a result");
        }
        return relevances;
    }

    private static double relevance(JsonNode score) {
        double relevance = score.isNumber() ? score.doubleValue() : Double.NaN;
        if (relevance >= 0 && relevance <= 1) {
            return relevance;
        }
        throw malformed("a relevance that is not from 0 to 1");
    }

    private static JsonNode read(InputStream body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new DependencyUnavailable(BedrockReranker.DEPENDENCY, e);
        }
    }

    private static DependencyUnavailable malformed(String reason) {
        return new DependencyUnavailable(BedrockReranker.DEPENDENCY, new IOException(reason));
    }
}
