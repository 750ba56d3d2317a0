package dev.kept.adapters.opensearch;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.io.IOException;
import java.time.Duration;
import org.opensearch.client.opensearch._types.OpenSearchException;

/// Calls the index, and stops calling it for a while when it is down: a dead node then costs a search microseconds
/// instead of a timeout each. The while doubles each time that the node is still found dead, because one search waits
/// for the timeout then.
final class Guard {
    static final String DEPENDENCY = "opensearch";
    private static final int TOO_MANY_REQUESTS = 429;
    /// So that all processes do not try a node at once that just came back.
    private static final double SPREAD = 0.2;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;

    /// @param recovery at first
    /// @param recoveryMax however often it was tried
    Guard(Duration recovery, Duration recoveryMax) {
        this.breaker = CircuitBreaker.of(
                DEPENDENCY,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(2)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitIntervalFunctionInOpenState(
                                IntervalFunction.ofExponentialRandomBackoff(recovery, 2, SPREAD, recoveryMax))
                        .recordExceptions(IOException.class)
                        .build());
    }

    interface Call<T> {
        T run() throws IOException;
    }

    <T> T call(Call<T> call) {
        try {
            return breaker.executeCallable(call::run);
        } catch (OpenSearchException e) {
            throw rejected(e);
        } catch (IOException | CallNotPermittedException e) {
            throw new DependencyUnavailable(DEPENDENCY, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("not thrown by any call", e);
        }
    }

    /// An answer of the index that is not a success: it is missing, starting up, or too busy.
    private static RuntimeException rejected(OpenSearchException e) {
        return e.status() == TOO_MANY_REQUESTS
                ? new Throttled(DEPENDENCY + " is too busy", RETRY_AFTER, e)
                : new DependencyUnavailable(DEPENDENCY, e);
    }
}
