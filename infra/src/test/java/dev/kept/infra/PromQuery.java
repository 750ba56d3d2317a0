package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.telemetry.Dimension;
import dev.kept.domain.telemetry.Metric;
import dev.kept.local.metrics.PrometheusName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks over a query for series and labels that nobody writes: Prometheus answers those with silence.
final class PromQuery {
    private static final Pattern SERIES = Pattern.compile("\\b(kept_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\)");

    private PromQuery() {}

    static void check(String query) {
        Set<String> labels = new HashSet<>(Set.of("le"));
        Matcher series = SERIES.matcher(query);
        int found = 0;
        while (series.find()) {
            found++;
            Metric metric = metric(series.group(1));
            metric.dimensions().forEach(dimension -> labels.add(PrometheusName.of(dimension)));
            Optional.ofNullable(series.group(2)).ifPresent(selectors -> checkSelectors(metric, selectors, query));
        }
        assertTrue(found > 0, query);
        GROUPING.matcher(query)
                .results()
                .flatMap(group -> Stream.of(group.group(1).split(",\\s*", -1)))
                .forEach(label -> assertTrue(labels.contains(label), query + " groups by " + label));
    }

    private static Metric metric(String series) {
        return Stream.of(Metric.values())
                .filter(metric -> PrometheusName.series(metric).contains(series))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no series " + series));
    }

    private static void checkSelectors(Metric metric, String selectors, String query) {
        Matcher label = LABEL.matcher(selectors);
        while (label.find()) {
            String name = label.group(1);
            String value = label.group(2);
            if (!name.equals("le")) {
                Dimension dimension = metric.dimensions().stream()
                        .filter(one -> PrometheusName.of(one).equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(metric + " has no label " + name + ": " + query));
                assertTrue(dimension.words().isEmpty() || dimension.words().contains(value), query);
            }
        }
    }
}
