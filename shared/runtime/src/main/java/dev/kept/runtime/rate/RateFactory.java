package dev.kept.runtime.rate;

import dev.kept.domain.rate.TokenBuckets;
import dev.kept.domain.telemetry.Metrics;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executors;

/// Offers the limits of the deployment to functions that can reach the buckets.
@Factory
final class RateFactory {
    @Singleton
    @Requires(beans = TokenBuckets.class)
    RateLimits rateLimits(
            TokenBuckets buckets,
            @Property(name = "kept.rate.limit.read") String read,
            @Property(name = "kept.rate.limit.write") String write,
            @Property(name = "kept.rate.limit.heavy") String heavy,
            Metrics metrics) {
        return new RateLimits(
                buckets,
                RateConfig.of(read, write, heavy),
                Clock.systemUTC(),
                Executors.newVirtualThreadPerTaskExecutor(),
                metrics);
    }
}
