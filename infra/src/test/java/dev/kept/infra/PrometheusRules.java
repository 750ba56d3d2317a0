package dev.kept.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/// The rules of Prometheus, as they are written.
final class PrometheusRules {
    static final String FILE = "infra/prometheus/rules.yaml";

    private PrometheusRules() {}

    static Stream<JsonNode> alerts() {
        return all().filter(rule -> rule.has("alert"));
    }

    static Stream<JsonNode> all() {
        return YamlAsJson.read(Templates.ROOT.resolve(FILE))
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream());
    }
}
