package dev.kept.local.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.domain.telemetry.Measurement;
import dev.kept.domain.telemetry.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One line of a log in CloudWatch's embedded metric format
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
final class EmbeddedLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EmbeddedLine() {}

    /// Empty for any other line; a metric that is not in the catalogue is left out.
    static List<Measurement> measurements(String line) {
        if (!line.startsWith("{") || !line.contains("\"_aws\"")) {
            return List.of();
        }
        try {
            return measurements(JSON.readTree(line));
        } catch (JsonProcessingException _) {
            // Two processes wrote at once, or one died while it wrote.
            return List.of();
        }
    }

    private static List<Measurement> measurements(JsonNode line) {
        List<Measurement> found = new ArrayList<>();
        for (JsonNode directive : line.at("/_aws/CloudWatchMetrics")) {
            for (JsonNode metric : directive.path("Metrics")) {
                Metric.labelled(metric.path("Name").asText())
                        .ifPresent(known -> values(line, known).forEach(value -> add(found, known, value, line)));
            }
        }
        return found;
    }

    private static Stream<Double> values(JsonNode line, Metric metric) {
        JsonNode value = line.path(metric.label());
        return value.isArray()
                ? value.valueStream().map(JsonNode::asDouble)
                : Optional.of(value).filter(JsonNode::isNumber).map(JsonNode::asDouble).stream();
    }

    private static void add(List<Measurement> found, Metric metric, double value, JsonNode line) {
        List<String> labels = metric.dimensions().stream()
                .map(dimension -> line.path(dimension.label()).asText())
                .toList();
        try {
            found.add(new Measurement(metric, value, labels));
        } catch (IllegalArgumentException _) {
            // Not written by us.
        }
    }
}
