package dev.kept.runtime.tracing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stops sending to a collector for a while when it failed twice running. What is recorded meanwhile is lost.
final class GuardedExporter implements SpanExporter {
    static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final int FAILURES = 2;
    private static final Logger LOG = LoggerFactory.getLogger(GuardedExporter.class);

    private final SpanExporter exporter;
    private final Clock clock;
    private final CircuitBreaker breaker;

    GuardedExporter(SpanExporter exporter, Clock clock) {
        this.exporter = exporter;
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                "collector",
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowSize(FAILURES)
                        .minimumNumberOfCalls(FAILURES)
                        .failureRateThreshold(100)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(RECOVERY)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.atWarn()
                        .addKeyValue("state", change.getStateTransition().getToState())
                        .log("traces.collector"));
    }

    /// Never fails, or the SDK would log of it in its own way.
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        if (!breaker.tryAcquirePermission()) {
            return CompletableResultCode.ofSuccess();
        }
        long begin = clock.millis();
        CompletableResultCode done = new CompletableResultCode();
        CompletableResultCode sent = exporter.export(spans);
        sent.whenComplete(() -> {
            settle(sent.isSuccess(), clock.millis() - begin);
            done.succeed();
        });
        return done;
    }

    private void settle(boolean success, long millis) {
        if (success) {
            breaker.onSuccess(millis, TimeUnit.MILLISECONDS);
        } else {
            breaker.onError(millis, TimeUnit.MILLISECONDS, new IllegalStateException("not collected"));
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
