package dev.kept.runtime.telemetry;

import dev.kept.domain.telemetry.Measurement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where measurements go at the end of an invocation.
@FunctionalInterface
interface MetricsOutput {
    /// @param measured never empty
    void write(List<Measurement> measured);

    /// By the environment: `KEPT_METRICS` is `cloudwatch` (the default) or `logs`, `KEPT_STAGE` the deployment's name.
    ///
    /// @throws IllegalArgumentException when `KEPT_METRICS` is neither
    static MetricsOutput of(Map<String, String> environment) {
        String mode = Optional.ofNullable(environment.get("KEPT_METRICS")).orElse("cloudwatch");
        return switch (mode) {
            case "cloudwatch" ->
                new EmbeddedMetrics(
                        Optional.ofNullable(environment.get("KEPT_STAGE")).orElse("local"));
            case "logs" -> new LoggedMetrics();
            default -> throw new IllegalArgumentException("KEPT_METRICS must be cloudwatch or logs");
        };
    }
}
