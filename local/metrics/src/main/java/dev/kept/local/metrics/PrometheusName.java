package dev.kept.local.metrics;

import dev.kept.domain.telemetry.Dimension;
import dev.kept.domain.telemetry.Metric;
import java.util.List;
import java.util.Locale;

/// What a metric is called in Prometheus, by its rules for names: lower case, base units, the unit at the end
/// (https://prometheus.io/docs/practices/naming/).
public final class PrometheusName {
    private PrometheusName() {}

    /// The name of the family, e.g. `kept_request_latency_seconds`.
    public static String of(Metric metric) {
        String name = "kept_" + metric.name().toLowerCase(Locale.ROOT);
        return switch (metric.kind()) {
            case COUNT -> name + "_total";
            case DURATION -> name + "_seconds";
            case DOLLARS -> name + "_dollars_total";
            case SIZE, SHARE -> name;
        };
    }

    /// The names of the series that a query can ask for.
    public static List<String> series(Metric metric) {
        String name = of(metric);
        return switch (metric.kind()) {
            case COUNT, DOLLARS -> List.of(name);
            case DURATION, SIZE -> List.of(name + "_bucket", name + "_sum", name + "_count");
            case SHARE -> List.of(name + "_sum", name + "_count");
        };
    }

    public static String of(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }
}
