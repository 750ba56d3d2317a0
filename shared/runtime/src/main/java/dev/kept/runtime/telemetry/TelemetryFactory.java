package dev.kept.runtime.telemetry;

import dev.kept.domain.telemetry.Metrics;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// Gives use cases the metrics of the process.
@Factory
final class TelemetryFactory {
    @Singleton
    Metrics metrics() {
        return Telemetry.metrics();
    }
}
