package dev.kept.application.telemetry;

import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import java.time.Duration;
import java.util.function.Supplier;

/// Times the steps of one kind of work.
///
/// @param metric of which the step is the one dimension
public record Steps(Metrics metrics, Metric metric) {
    /// A step that fails took its time as well.
    public <T> T time(String step, Supplier<T> work) {
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            metrics.took(metric, Duration.ofNanos(System.nanoTime() - begin), step);
        }
    }
}
