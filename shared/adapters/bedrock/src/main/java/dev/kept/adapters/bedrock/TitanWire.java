package dev.kept.adapters.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.domain.error.DependencyUnavailable;
import java.io.IOException;
import java.io.InputStream;

/// The bodies of Titan Text Embeddings V2.
///
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
final class TitanWire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TitanWire() {}

    static String request(String text, int dimensions) {
        return JSON.createObjectNode()
                .put("inputText", text)
                .put("dimensions", dimensions)
                .put("normalize", true)
                .toString();
    }

    /// @throws DependencyUnavailable when the body is not what the model documents
    static float[] vector(InputStream body, int dimensions) {
        JsonNode numbers = read(body).path("embedding");
        if (numbers.size() != dimensions) {
            throw malformed(new IOException("a vector of " + numbers.size() + " dimensions"));
        }
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = number(numbers.get(i));
        }
        return vector;
    }

    private static float number(JsonNode node) {
        if (!node.isNumber()) {
            throw malformed(new IOException("a vector of something else than numbers"));
        }
        return node.floatValue();
    }

    private static JsonNode read(InputStream body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    private static DependencyUnavailable malformed(IOException cause) {
        return new DependencyUnavailable("bedrock", cause);
    }
}
