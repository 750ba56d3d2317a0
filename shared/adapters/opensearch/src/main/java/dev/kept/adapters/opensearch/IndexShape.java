package dev.kept.adapters.opensearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Settings and fields of an index.
final class IndexShape {
    private static final Pattern DIMENSIONS = Pattern.compile(".+-(\\d{1,4})");

    private IndexShape() {}

    static ObjectNode read() {
        try (InputStream json = IndexShape.class.getResourceAsStream("index.json")) {
            return (ObjectNode) new ObjectMapper().readTree(Objects.requireNonNull(json));
        } catch (IOException e) {
            throw new IllegalStateException("the shape of an index is part of this jar", e);
        }
    }

    /// The last part of a model's id.
    static int dimensions(String model) {
        Matcher id = DIMENSIONS.matcher(model);
        if (!id.matches()) {
            throw new IllegalArgumentException("an embedding model's id ends with its dimensions");
        }
        return Integer.parseInt(id.group(1));
    }
}
