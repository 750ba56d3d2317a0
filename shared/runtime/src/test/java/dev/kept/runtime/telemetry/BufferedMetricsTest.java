package dev.kept.runtime.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.telemetry.Measurement;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.testkit.contract.MetricsContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BufferedMetricsTest extends MetricsContract {
    private final List<Measurement> written = new ArrayList<>();
    private final BufferedMetrics metrics = new BufferedMetrics(written::addAll);

    @Override
    protected Metrics open() {
        return metrics;
    }

    @Override
    protected List<Measurement> taken() {
        metrics.flush();
        return written;
    }

    @Test
    void losesWhatCannotBeWrittenAndNothingElse() {
        List<Integer> tries = new ArrayList<>();
        BufferedMetrics failing = new BufferedMetrics(measured -> {
            tries.add(measured.size());
            throw new IllegalStateException("standard output is closed");
        });
        failing.record(Metric.EXTRACTION_TURNS, 1);
        failing.flush();
        failing.flush();
        failing.record(Metric.EXTRACTION_TURNS, 1);
        failing.record(Metric.EXTRACTION_TURNS, 1);
        failing.flush();

        assertEquals(List.of(1, 2), tries);
    }

    @Test
    void keepsNoMoreThanItMayWhenNobodyFlushes() {
        for (int i = 0; i < BufferedMetrics.KEPT_MAX + 5; i++) {
            metrics.record(Metric.EXTRACTION_TURNS, 1);
        }

        assertEquals(BufferedMetrics.KEPT_MAX, taken().size());
    }
}
