package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What operations report, added up: how turns were read, what that took, and what became of what was found.
final class OperationTotals {
    private final Set<String> extractors = new TreeSet<>();
    private final Map<String, Long> numbers = new TreeMap<>();

    void add(JsonNode operation) {
        JsonNode extraction = operation.path("extraction");
        if (extraction.isObject()) {
            extractors.add(extraction.path("extractor").asText());
        }
        numbers.merge("operations", 1L, Long::sum);
        add("", operation.path("counts"));
        add("", extraction);
    }

    /// By name; those that are 0 are left out, and those by reason stand under `name.reason`.
    Map<String, Long> numbers() {
        return Map.copyOf(numbers);
    }

    private void add(String prefix, JsonNode fields) {
        fields.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                add(prefix + field.getKey() + ".", field.getValue());
            } else if (field.getValue().asLong() > 0) {
                numbers.merge(prefix + field.getKey(), field.getValue().asLong(), Long::sum);
            }
        });
    }

    @Override
    public String toString() {
        return "read by " + String.join(", ", extractors) + ": " + numbers;
    }
}
