package dev.kept.runtime.telemetry;

import dev.kept.domain.telemetry.Measurement;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what is measured until the end of the invocation, when it is written in a few lines. Measurements carry no
/// request, so invocations that run side by side in one process, as they do locally, may write each other's.
public final class BufferedMetrics implements Metrics {
    /// More than any invocation measures: only what is never flushed reaches it.
    static final int KEPT_MAX = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(BufferedMetrics.class);

    private final Queue<Measurement> kept = new ArrayBlockingQueue<>(KEPT_MAX);
    private final MetricsOutput output;

    BufferedMetrics(MetricsOutput output) {
        this.output = output;
    }

    @Override
    public void record(Metric metric, double value, String... values) {
        try {
            kept.offer(new Measurement(metric, value, List.of(values)));
        } catch (IllegalArgumentException | NullPointerException misfit) {
            LOG.atWarn().addKeyValue("metric", metric.label()).log("measurement.dropped");
        }
    }

    /// Writes what was measured since the last time. A failure to do so is logged, and what was measured is lost.
    public void flush() {
        List<Measurement> measured = drained();
        if (measured.isEmpty()) {
            return;
        }
        try {
            output.write(measured);
        } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).log("metrics.lost");
        }
    }

    private List<Measurement> drained() {
        List<Measurement> drained = new ArrayList<>();
        for (Measurement one = kept.poll(); one != null; one = kept.poll()) {
            drained.add(one);
        }
        return drained;
    }
}
