package dev.kept.runtime.telemetry;

import dev.kept.domain.telemetry.Measurement;
import dev.kept.domain.telemetry.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.cloudwatchlogs.emf.config.EnvironmentConfigurationProvider;
import software.amazon.cloudwatchlogs.emf.environment.Environments;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;
import software.amazon.lambda.powertools.metrics.provider.EmfMetricsProvider;

/// Writes measurements to standard output as CloudWatch's embedded metric format: one line for each combination of
/// dimensions, of which CloudWatch makes metrics without being called.
///
/// Powertools' provider is asked for a new instance for each line. The shared one of its `MetricsFactory` keeps an
/// instance for each trace id until `flush` is called under the same id, and all of an invocation would have to share
/// one combination of dimensions (seen at powertools 2.9.0).
final class EmbeddedMetrics implements MetricsOutput {
    static final String NAMESPACE = "Kept";
    static final String STAGE = "Stage";

    private final EmfMetricsProvider powertools = new EmfMetricsProvider();
    private final String stage;

    EmbeddedMetrics(String stage) {
        this.stage = stage;
        // Otherwise it finds out where it runs by asking the metadata addresses of EC2 and ECS.
        EnvironmentConfigurationProvider.getConfig().setEnvironmentOverride(Environments.Lambda);
    }

    @Override
    public void write(List<Measurement> measured) {
        measured.stream()
                .collect(Collectors.groupingBy(this::dimensions, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::writeLine);
    }

    private Map<String, String> dimensions(Measurement one) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        dimensions.put(STAGE, stage);
        for (int i = 0; i < one.values().size(); i++) {
            dimensions.put(
                    one.metric().dimensions().get(i).label(), one.values().get(i));
        }
        return dimensions;
    }

    private void writeLine(Map<String, String> dimensions, List<Measurement> same) {
        Metrics line = powertools.getMetricsInstance();
        line.setNamespace(NAMESPACE);
        line.setDefaultDimensions(DimensionSet.of(dimensions));
        same.forEach(one -> line.addMetric(one.metric().label(), one.value(), unit(one.metric())));
        line.flush();
    }

    private static MetricUnit unit(Metric metric) {
        return switch (metric.kind()) {
            case COUNT, SIZE -> MetricUnit.COUNT;
            case DURATION -> MetricUnit.MILLISECONDS;
            case SHARE, DOLLARS -> MetricUnit.NONE;
        };
    }
}
