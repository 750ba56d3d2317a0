package dev.kept.testkit;

import dev.kept.domain.telemetry.Measurement;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import java.util.ArrayList;
import java.util.List;

/// Remembers what was measured.
public final class FakeMetrics implements Metrics {
    private final List<Measurement> taken = new ArrayList<>();

    @Override
    public synchronized void record(Metric metric, double value, String... values) {
        try {
            taken.add(new Measurement(metric, value, List.of(values)));
        } catch (IllegalArgumentException _) {
            // What does not fit the catalogue is dropped, as everywhere.
        }
    }

    public synchronized List<Measurement> taken() {
        return List.copyOf(taken);
    }

    /// The values of one metric with these values of its dimensions, in the order in which they came.
    public List<Double> of(Metric metric, String... values) {
        return taken().stream()
                .filter(one -> one.metric() == metric && one.values().equals(List.of(values)))
                .map(Measurement::value)
                .toList();
    }
}
