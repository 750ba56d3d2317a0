package dev.kept.runtime.telemetry;

import dev.kept.domain.telemetry.Metrics;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.function.aws.event.AfterExecutionEvent;
import jakarta.inject.Singleton;

/// Gives use cases the metrics of the process, and writes them when an invocation ends, however it ends.
@Factory
final class TelemetryFactory {
    @Singleton
    Metrics metrics() {
        return Telemetry.metrics();
    }

    @Singleton
    ApplicationEventListener<AfterExecutionEvent> invocationEnd() {
        return _ -> Telemetry.end();
    }
}
