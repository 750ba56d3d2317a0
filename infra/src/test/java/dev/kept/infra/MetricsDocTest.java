package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.telemetry.Dimension;
import dev.kept.domain.telemetry.Metric;
import dev.kept.local.metrics.PrometheusName;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/metrics.md says what the code measures, no more and no less.
class MetricsDocTest {
    private record Row(String metric, String prometheus, String unit, String dimensions, String meaning) {
        static Row of(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(word(cells[1]), word(cells[2]), cells[3].strip(), cells[4].strip(), cells[5].strip());
        }

        private static String word(String cell) {
            return cell.strip().replace("`", "");
        }
    }

    @Test
    void hasARowForEachMetricInTheirOrder() throws IOException {
        assertEquals(
                Stream.of(Metric.values()).map(Metric::label).toList(),
                rows().stream().map(Row::metric).toList());
    }

    @Test
    void givesNamesUnitsAndDimensions() throws IOException {
        for (Row row : rows()) {
            Metric metric = Metric.labelled(row.metric()).orElseThrow();
            assertEquals(PrometheusName.of(metric), row.prometheus());
            assertEquals(unit(metric), row.unit(), row.metric());
            String dimensions =
                    metric.dimensions().stream().map(Dimension::label).collect(Collectors.joining(", "));
            assertEquals(dimensions.isEmpty() ? "–" : dimensions, row.dimensions(), row.metric());
        }
    }

    @Test
    void explainsEveryValueOfADimension() throws IOException {
        for (Dimension dimension : Dimension.values()) {
            String meanings = rows().stream()
                    .filter(row -> row.dimensions().contains(dimension.label()))
                    .map(Row::meaning)
                    .collect(Collectors.joining());
            assertTrue(!meanings.isEmpty(), dimension::label);
            dimension.words().forEach(word -> assertTrue(meanings.contains("`" + word + "`"), dimension + " " + word));
        }
    }

    private static String unit(Metric metric) {
        return switch (metric.kind()) {
            case COUNT -> "Count";
            case SIZE -> "Count (size)";
            case DURATION -> "Milliseconds";
            case SHARE -> "None (share)";
            case DOLLARS -> "None (dollars)";
        };
    }

    private static List<Row> rows() throws IOException {
        return Arrays.stream(Files.readString(Templates.ROOT.resolve("docs/metrics.md"))
                        .split("\n", -1))
                .filter(line -> line.matches("\\| `[A-Z].*"))
                .map(Row::of)
                .toList();
    }
}
