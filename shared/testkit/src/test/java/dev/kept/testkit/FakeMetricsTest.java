package dev.kept.testkit;

import dev.kept.domain.telemetry.Measurement;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.testkit.contract.MetricsContract;
import java.util.List;

class FakeMetricsTest extends MetricsContract {
    private final FakeMetrics metrics = new FakeMetrics();

    @Override
    protected Metrics open() {
        return metrics;
    }

    @Override
    protected List<Measurement> taken() {
        return metrics.taken();
    }
}
