package dev.kept.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.telemetry.Measurement;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What {@link Metrics} promise.
public abstract class MetricsContract {
    private Optional<Metrics> opened = Optional.empty();

    protected abstract Metrics open();

    /// Everything that was taken, in its order.
    protected abstract List<Measurement> taken();

    @BeforeEach
    void openMetrics() {
        opened = Optional.of(open());
    }

    @ParameterizedTest
    @EnumSource
    void takeEveryMetric(Metric metric) {
        String[] values = metric.dimensions().stream()
                .map(dimension -> dimension.words().stream().findFirst().orElse("POST:/v1/search"))
                .toArray(String[]::new);
        metrics().record(metric, 1.5, values);

        assertEquals(List.of(new Measurement(metric, 1.5, List.of(values))), taken());
    }

    @Test
    void dropWhatDoesNotFitAndSayNothing() {
        metrics().record(Metric.REQUESTS, 1);
        metrics().record(Metric.REQUESTS, 1, "2xx", "more");
        metrics().record(Metric.REQUESTS, Double.NaN, "2xx");
        metrics().record(Metric.REQUESTS, -1, "2xx");
        metrics().record(Metric.REQUESTS, 1, "6xx");
        metrics().record(Metric.REQUEST_ERRORS, 1, "what somebody said");
        metrics().record(Metric.REQUESTS, 1, "");

        assertEquals(List.of(), taken());
    }

    @Test
    void countOnlyWhatHappens() {
        metrics().count(Metric.EXTRACTION_TURNS, 0);
        metrics().count(Metric.EXTRACTION_TURNS, 3);
        metrics().share(Metric.SESSION_CONTINUITY, false);
        metrics().took(Metric.INDEX_LAG, Duration.ofSeconds(2));

        assertEquals(
                List.of(3.0, 0.0, 2000.0),
                taken().stream().map(Measurement::value).toList());
    }

    private Metrics metrics() {
        return opened.orElseThrow();
    }
}
