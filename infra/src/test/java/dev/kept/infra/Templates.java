package dev.kept.infra;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.template.LocalValues;
import dev.kept.local.template.SystemModel;
import dev.kept.local.template.TemplateReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The templates, twice: resolved as the local stack sees them, and as they are written.
final class Templates {
    static final Path ROOT = Path.of("..");
    static final SystemModel SYSTEM = TemplateReader.read(
            ROOT.resolve("template.yaml"),
            Map.of(),
            LocalValues.withEndpoints("http://127.0.0.1:9324", "127.0.0.1:9200"));
    static final JsonNode MAIN = written("template.yaml");
    static final JsonNode CACHE = written("infra/cache.yaml");
    static final JsonNode DATA = written("infra/data.yaml");
    static final JsonNode DASHBOARDS = written("infra/dashboards.yaml");
    static final JsonNode EDGE = written("infra/edge.yaml");
    static final JsonNode OBSERVABILITY = written("infra/observability.yaml");
    static final JsonNode QUEUES = written("infra/queues.yaml");
    static final JsonNode ROLLOUT = written("infra/rollout.yaml");
    static final JsonNode SEARCH = written("infra/search.yaml");
    static final JsonNode SECURITY = written("infra/security.yaml");
    static final List<JsonNode> ALL =
            List.of(MAIN, CACHE, DATA, DASHBOARDS, EDGE, OBSERVABILITY, QUEUES, ROLLOUT, SEARCH, SECURITY);

    private Templates() {}

    /// Resources of a type in one template, with their logical ids.
    static Stream<Map.Entry<String, JsonNode>> resources(JsonNode template, String type) {
        return template.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals(type));
    }

    private static JsonNode written(String file) {
        return YamlAsJson.read(ROOT.resolve(file));
    }
}
