package dev.kept.runtime.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.runtime.tracing.FakeTracing;
import dev.kept.testkit.FakeMetrics;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracedMetricsTest {
    private final FakeMetrics measured = new FakeMetrics();
    private final FakeTracing tracing = new FakeTracing();
    private final Metrics metrics = new TracedMetrics(measured, tracing);

    @Test
    void makesSpansOfSteps() {
        metrics.took(Metric.SEARCH_STEP_LATENCY, Duration.ofMillis(5), "embed");
        metrics.took(Metric.CONTEXT_STEP_LATENCY, Duration.ofMillis(2), "keep");

        assertEquals(List.of("search embed PT0.005S", "context keep PT0.002S"), tracing.ended());
        assertEquals(List.of(5.0), measured.of(Metric.SEARCH_STEP_LATENCY, "embed"));
    }

    @Test
    void makesNoneOfOtherMeasurements() {
        metrics.took(Metric.REQUEST_LATENCY, Duration.ofMillis(5), "GET:/v1/things");
        metrics.count(Metric.EXTRACTION_TURNS, 3);

        assertEquals(List.of(), tracing.ended());
        assertEquals(List.of(3.0), measured.of(Metric.EXTRACTION_TURNS));
    }
}
