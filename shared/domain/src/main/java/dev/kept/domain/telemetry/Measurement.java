package dev.kept.domain.telemetry;

import java.util.List;

/// One value of a metric.
///
/// @param values of the metric's dimensions, in their order
public record Measurement(Metric metric, double value, List<String> values) {
    public Measurement {
        values = List.copyOf(values);
        if (!Double.isFinite(value) || value < 0) {
            throw new IllegalArgumentException(metric + " must be a number from 0 on");
        }
        List<Dimension> dimensions = metric.dimensions();
        if (values.size() != dimensions.size()) {
            throw new IllegalArgumentException(metric + " takes one value for each of " + dimensions);
        }
        for (int i = 0; i < values.size(); i++) {
            if (!dimensions.get(i).takes(values.get(i))) {
                throw new IllegalArgumentException("no such value of " + dimensions.get(i));
            }
        }
    }
}
