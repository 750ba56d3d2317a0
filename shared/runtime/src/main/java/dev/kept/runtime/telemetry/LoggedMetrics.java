package dev.kept.runtime.telemetry;

import dev.kept.domain.telemetry.Measurement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes measurements as one log line of an invocation, of which CloudWatch makes no metrics. Every time series costs
/// money in CloudWatch, which a deployment with little traffic may not be worth: Logs Insights finds them here.
final class LoggedMetrics implements MetricsOutput {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedMetrics.class);

    @Override
    public void write(List<Measurement> measured) {
        Map<String, List<Double>> values = measured.stream()
                .collect(Collectors.groupingBy(
                        LoggedMetrics::name,
                        TreeMap::new,
                        Collectors.mapping(Measurement::value, Collectors.toList())));
        LOG.atInfo().addKeyValue("metrics", values).log("metrics");
    }

    private static String name(Measurement one) {
        return one.metric().label() + (one.values().isEmpty() ? "" : " " + String.join(" ", one.values()));
    }
}
