package dev.kept.domain.telemetry;

import java.time.Duration;

/// Takes what is measured. To measure must change no answer: nothing here throws, blocks or waits for a network, and
/// what does not fit the catalogue is dropped. Safe for use by many threads.
@FunctionalInterface
public interface Metrics {
    /// Measures nothing.
    Metrics NONE = (_, _, _) -> {};

    /// @param values of the metric's dimensions, in their order
    void record(Metric metric, double value, String... values);

    default void took(Metric metric, Duration time, String... values) {
        record(metric, time.toNanos() / 1e6, values);
    }

    /// Nothing is recorded for nothing, so that a series exists only where something happens.
    default void count(Metric metric, long number, String... values) {
        if (number > 0) {
            record(metric, (double) number, values);
        }
    }

    /// One more case of a share.
    default void share(Metric metric, boolean yes, String... values) {
        record(metric, yes ? 1 : 0, values);
    }
}
