package dev.kept.adapters.opensearch;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Duration;
import org.opensearch.client.opensearch._types.OpenSearchException;

/// Calls the index, and stops calling it for a while when it is down: a dead node then costs a search microseconds
/// instead of a timeout each.
final class Guard {
    static final String DEPENDENCY = "opensearch";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;

    Guard(Duration recovery) {
        this.breaker = CircuitBreaker.of(
                DEPENDENCY,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(2)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(recovery)
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
