package dev.kept.adapters.redis;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls Redis, and stops calling it for a while when it does not answer, as the adapter of OpenSearch does with the
/// index: a server that takes connections and says nothing then costs microseconds instead of a timeout each time.
/// What it refuses, because it is full for instance, is an answer too, and a quick one. That there is no connection yet
/// says nothing of the server.
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final String DEPENDENCY = "cache";
    /// So that all processes do not try a server at once that just came back.
    private static final double SPREAD = 0.2;

    private final CircuitBreaker breaker;
    private final Metrics metrics;

    /// @param metrics count what was not answered
    Guard(RedisConfig config, Metrics metrics) {
        this.metrics = metrics;
        this.breaker = CircuitBreaker.of(
                DEPENDENCY,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(2)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialRandomBackoff(
                                config.recovery(), 2, SPREAD, config.recoveryMax()))
                        .recordException(UncheckedIOException.class::isInstance)
                        .ignoreException(failure -> failure.getCause() instanceof Connection.NotConnected)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.atWarn()
                        .addKeyValue("state", event.getStateTransition().getToState())
                        .log("cache.state.changed"));
    }

    interface Call<T> {
        T run() throws IOException;
    }

    /// @throws DependencyUnavailable when there is no answer, or none that helps
    <T> T call(Call<T> call) {
        try {
            return breaker.executeSupplier(() -> answer(call));
        } catch (UncheckedIOException | Refused | CallNotPermittedException e) {
            metrics.count(Metric.CACHE_UNANSWERED, isEarly(e) ? 0 : 1);
            throw new DependencyUnavailable(DEPENDENCY, e);
        }
    }

    /// Nobody waits for the first connection, so the calls before it are no sign of anything.
    private static boolean isEarly(RuntimeException failure) {
        return failure.getCause() instanceof Connection.NotConnected none && !none.isLost();
    }

    private static <T> T answer(Call<T> call) {
        try {
            return call.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
