package dev.kept.benchmarks.micro;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.benchmarks.report.MarkdownTable;
import java.util.List;
import java.util.Locale;

/// What JMH has found, as Markdown.
final class MicroTable {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final int KILOBYTE = 1024;

    private MicroTable() {}

    /// @param results as JMH writes them
    static String of(JsonNode results) {
        MarkdownTable table = new MarkdownTable(List.of("hot path", "µs", "± (99.9%)", "allocated KB"));
        for (JsonNode result : results) {
            JsonNode time = result.path("primaryMetric");
            double allocated = result.path("secondaryMetrics")
                    .path(ALLOCATED)
                    .path("score")
                    .asDouble();
            table.add(List.of(
                    name(result.path("benchmark").asText()),
                    number(time.path("score").asDouble()),
                    number(time.path("scoreError").asDouble()),
                    number(allocated / KILOBYTE)));
        }
        return table.toString();
    }

    /// The class and the method, without the package.
    private static String name(String benchmark) {
        return benchmark.replaceFirst(".*\\.([^.]+\\.[^.]+)$", "$1");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
