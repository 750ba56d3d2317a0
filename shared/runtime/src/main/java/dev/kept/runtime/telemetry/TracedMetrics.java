package dev.kept.runtime.telemetry;

import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.domain.telemetry.SpanName;
import dev.kept.runtime.tracing.Tracing;
import java.time.Duration;

/// Makes spans of the steps that are measured anyway, so that use cases need to know of no spans.
final class TracedMetrics implements Metrics {
    private static final double NANOS_A_MILLISECOND = 1e6;

    private final Metrics metrics;
    private final Tracing tracing;

    TracedMetrics(Metrics metrics, Tracing tracing) {
        this.metrics = metrics;
        this.tracing = tracing;
    }

    @Override
    public void record(Metric metric, double value, String... values) {
        metrics.record(metric, value, values);
        switch (metric) {
            case SEARCH_STEP_LATENCY -> took(SpanName.SEARCH_STEP, value, values);
            case CONTEXT_STEP_LATENCY -> took(SpanName.CONTEXT_STEP, value, values);
            default -> {}
        }
    }

    /// What does not fit the catalogue was dropped.
    private void took(SpanName name, double millis, String... values) {
        if (values.length == 1 && millis >= 0) {
            tracing.took(name, values[0], Duration.ofNanos((long) (millis * NANOS_A_MILLISECOND)));
        }
    }
}
