package dev.kept.runtime.rate;

import dev.kept.domain.account.Caller;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.rate.Bucket;
import dev.kept.domain.rate.RateClass;
import dev.kept.domain.rate.RateLimit;
import dev.kept.domain.rate.TokenBuckets;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.runtime.http.Gate;
import dev.kept.runtime.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds each key to its limits, one for each class of routes. When the buckets cannot be asked, everything is let in:
/// a limit protects the service, and must not be what takes it down.
public final class RateLimits implements Gate {
    private static final Logger LOG = LoggerFactory.getLogger(RateLimits.class);
    private static final int PURSES_MAX = 10_000;
    /// How long the buckets are left alone once they failed.
    private static final Duration REST = Duration.ofSeconds(5);

    private final TokenBuckets buckets;
    private final RateConfig config;
    private final Clock clock;
    private final Executor executor;
    private final Metrics metrics;
    private final Map<Limited, Purse> purses = new LinkedHashMap<>(16, 0.75f, true);
    private volatile Instant restingUntil = Instant.EPOCH;

    /// A key's limit may change while the process lives: what it drew by the limit before is left to run out.
    private record Limited(Bucket bucket, RateLimit limit) {}

    /// @param executor draws tokens while the request that set it off is answered
    RateLimits(TokenBuckets buckets, RateConfig config, Clock clock, Executor executor, Metrics metrics) {
        this.buckets = buckets;
        this.config = config;
        this.clock = clock;
        this.executor = executor;
        this.metrics = metrics;
    }

    @Override
    public Admission admit(Request request) {
        Caller caller = request.caller();
        RateClass rateClass = RouteClasses.of(request.routeKey());
        Bucket bucket = new Bucket(caller.keyId(), rateClass);
        return admit(bucket, caller.limits().of(rateClass).orElseGet(() -> config.of(rateClass)));
    }

    Admission admit(Bucket bucket, RateLimit limit) {
        Instant now = clock.instant();
        return now.isBefore(restingUntil) ? () -> {} : enter(bucket, purse(new Limited(bucket, limit)), now);
    }

    private Admission enter(Bucket bucket, Purse purse, Instant now) {
        return switch (purse.enter(now)) {
            case PAID -> () -> {};
            case ON_CREDIT -> whileDrawing(bucket, purse);
            case AFTER_DRAWING -> {
                draw(bucket, purse, 1);
                yield afterDrawing(bucket, purse);
            }
            case REFUSED -> throw refused(bucket.rateClass(), purse.emptyFor(now));
        };
    }

    /// A function's process may stand still from its answer to the next request, so a drawing ends before the answer.
    /// The buckets promise not to take long.
    private Admission whileDrawing(Bucket bucket, Purse purse) {
        return CompletableFuture.runAsync(() -> draw(bucket, purse, 0), executor)::join;
    }

    private Admission afterDrawing(Bucket bucket, Purse purse) {
        Instant now = clock.instant();
        if (purse.enterAfterDrawing(now) == Purse.Entry.REFUSED) {
            throw refused(bucket.rateClass(), purse.emptyFor(now));
        }
        return () -> {};
    }

    private void draw(Bucket bucket, Purse purse, int atLeast) {
        Instant now = clock.instant();
        try {
            purse.end(buckets.draw(bucket, purse.begin(atLeast, now), now), now);
        } catch (RuntimeException e) {
            // Whatever it is, a missing permission included: the request is answered.
            purse.giveUp();
            restingUntil = now.plus(REST);
            metrics.count(Metric.LIMITS_UNCHECKED, 1);
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("rateClass", name(bucket.rateClass()))
                    .log("rates.unchecked");
        }
    }

    private Purse purse(Limited limited) {
        synchronized (purses) {
            Purse purse = purses.computeIfAbsent(limited, _ -> new Purse(limited.limit()));
            if (purses.size() > PURSES_MAX) {
                purses.remove(purses.keySet().iterator().next());
            }
            return purse;
        }
    }

    private static Throttled refused(RateClass rateClass, Duration wait) {
        String which = name(rateClass);
        return new Throttled("the key made too many " + which + " requests", wait.plusMillis(999));
    }

    private static String name(RateClass rateClass) {
        return rateClass.name().toLowerCase(Locale.ROOT);
    }
}
