package dev.kept.local.metrics;

import dev.kept.domain.telemetry.Measurement;
import dev.kept.domain.telemetry.Metric;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Summary;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Every metric of the catalogue, as Prometheus keeps it: counts as counters, durations and sizes as histograms, shares
/// as a sum of the cases that were so beside the number of all.
final class PrometheusMetrics {
    /// The promises stand at 50 ms for a search and 100 ms for a context, so there is a bucket that ends there.
    private static final double[] SECONDS = {
        0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 3600
    };

    private static final double[] SIZES = {0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000};
    private static final double MILLIS = 1_000;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Map<Metric, Consumer<Measurement>> sinks = new EnumMap<>(Metric.class);

    PrometheusMetrics() {
        for (Metric metric : Metric.values()) {
            sinks.put(metric, sink(metric));
        }
    }

    /// A counter that first appears at 1 has not increased, as Prometheus sees it: what can be counted stands at 0
    /// first.
    private static List<String> known(Metric metric) {
        return metric.dimensions().isEmpty()
                ? List.of()
                : metric.dimensions().getFirst().words();
    }

    void add(List<Measurement> measured) {
        measured.forEach(one -> {
            Consumer<Measurement> sink = sinks.get(one.metric());
            if (sink != null) {
                sink.accept(one);
            }
        });
    }

    String text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape());
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private Consumer<Measurement> sink(Metric metric) {
        return switch (metric.kind()) {
            case COUNT, DOLLARS -> counter(metric);
            case DURATION -> histogram(metric, SECONDS, 1 / MILLIS);
            case SIZE -> histogram(metric, SIZES, 1);
            case SHARE -> summary(metric);
        };
    }

    private Consumer<Measurement> counter(Metric metric) {
        Counter counter = Counter.builder()
                .name(PrometheusName.of(metric))
                .help(help(metric))
                .labelNames(labels(metric))
                .register(registry);
        known(metric).forEach(counter::initLabelValues);
        return one -> increase(counter.labelValues(values(one)), one.value());
    }

    private Consumer<Measurement> histogram(Metric metric, double[] bounds, double factor) {
        Histogram histogram = Histogram.builder()
                .name(PrometheusName.of(metric))
                .help(help(metric))
                .labelNames(labels(metric))
                .classicOnly()
                .classicUpperBounds(bounds)
                .register(registry);
        return one -> observe(histogram.labelValues(values(one)), one.value() * factor);
    }

    private Consumer<Measurement> summary(Metric metric) {
        Summary summary = Summary.builder()
                .name(PrometheusName.of(metric))
                .help(help(metric))
                .labelNames(labels(metric))
                .register(registry);
        return one -> observe(summary.labelValues(values(one)), one.value());
    }

    private static void increase(CounterDataPoint point, double value) {
        point.inc(value);
    }

    private static void observe(DistributionDataPoint point, double value) {
        point.observe(value);
    }

    private static String[] labels(Metric metric) {
        return metric.dimensions().stream().map(PrometheusName::of).toArray(String[]::new);
    }

    private static String[] values(Measurement one) {
        return one.values().toArray(String[]::new);
    }

    private static String help(Metric metric) {
        return metric.label() + " in CloudWatch (" + metric.kind().unit().toLowerCase(Locale.ROOT)
                + "); see docs/metrics.md";
    }
}
