package dev.kept.runtime.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.id.KeyId;
import dev.kept.domain.rate.Bucket;
import dev.kept.domain.rate.KeyLimits;
import dev.kept.domain.rate.RateClass;
import dev.kept.domain.rate.RateLimit;
import dev.kept.domain.telemetry.Metric;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import dev.kept.testkit.FakeMetrics;
import dev.kept.testkit.FakeTokenBuckets;
import dev.kept.testkit.MutableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTest {
    private static final RateConfig CONFIG = RateConfig.of("10/50", "2/5", "1/3");
    private static final Bucket READS = new Bucket(new KeyId("k1"), RateClass.READ);
    private static final Bucket WRITES = new Bucket(new KeyId("k1"), RateClass.WRITE);
    private static final int PER_SECOND = 10;
    private static final int BURST = 50;

    private final MutableClock clock = MutableClock.atNoon();
    private final FakeTokenBuckets buckets = new FakeTokenBuckets();
    private final FakeMetrics metrics = new FakeMetrics();
    private final RateLimits limits = process();

    @Test
    void letInABurstAndThenWhatComesIn() {
        for (int i = 0; i < 5; i++) {
            assertTrue(admits(limits, WRITES), "request " + i);
        }
        assertFalse(admits(limits, WRITES));

        clock.advance(Duration.ofMillis(500));

        assertTrue(admits(limits, WRITES));
        assertFalse(admits(limits, WRITES));
    }

    @Test
    void tellWhenToComeBack() {
        for (int i = 0; i < 5; i++) {
            admits(limits, WRITES);
        }

        Throttled refused = assertThrows(Throttled.class, () -> limits.admit(WRITES, CONFIG.write()));

        assertEquals(1, refused.retryAfter().toSeconds());
        assertEquals("the key made too many write requests", refused.getMessage());
    }

    @Test
    void areApartForEachKeyAndClass() {
        for (int i = 0; i < 6; i++) {
            admits(limits, WRITES);
        }

        assertFalse(admits(limits, WRITES));
        assertTrue(admits(limits, READS));
        assertTrue(admits(limits, new Bucket(new KeyId("k2"), RateClass.WRITE)));
    }

    @Test
    void areThoseOfTheKeyWhereItHasItsOwn() {
        var key = new KeyLimits(Map.of(RateClass.WRITE, new RateLimit(1, 2)));

        assertEquals(2, admitted("POST /v1/memories", key));
        assertEquals(50, admitted("GET /v1/memories", key));
        assertEquals(3, admitted("POST /v1/search", key));
    }

    @Test
    void holdFromTheNextRequestOnWhenTheyAreChanged() {
        assertEquals(5, admitted("POST /v1/memories", KeyLimits.NONE));
        assertEquals(20, admitted("POST /v1/memories", new KeyLimits(Map.of(RateClass.WRITE, new RateLimit(9, 20)))));
        assertEquals(0, admitted("POST /v1/memories", KeyLimits.NONE));
    }

    private int admitted(String route, KeyLimits key) {
        Request request = request(route, key);
        int admitted = 0;
        try {
            while (admitted < 1_000) {
                limits.admit(request).close();
                admitted++;
            }
        } catch (Throttled refused) {
            return admitted;
        }
        return admitted;
    }

    /// Of the key `k1`, as the authorizer told of it.
    private static Request request(String route, KeyLimits key) {
        Map<String, Object> context = new HashMap<>(key.texts());
        context.putAll(Map.of("userId", "u1", "role", "user", "keyId", "k1"));
        var authorizer = new APIGatewayV2HTTPEvent.RequestContext.Authorizer();
        authorizer.setLambda(context);
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
                .withRouteKey(route)
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withAuthorizer(authorizer)
                        .build())
                .build();
        List<Request> read = new ArrayList<>();
        new Routes().on(route, _ -> Reply.noContent()).handle(event, request -> {
            read.add(request);
            return () -> {};
        });
        return read.getFirst();
    }

    @Test
    void askTheBucketsLittleForABusyKey() {
        int admitted = 0;
        for (int i = 0; i < 900; i++) {
            admitted += admits(limits, READS) ? 1 : 0;
            clock.advance(Duration.ofMillis(110));
        }

        assertEquals(900, admitted);
        assertTrue(buckets.drawings() < 200, buckets.drawings() + " drawings");
    }

    @Test
    void refuseWithoutAskingTheBucketsAgain() {
        while (admits(limits, WRITES)) {
            clock.instant();
        }
        int before = buckets.drawings();

        for (int i = 0; i < 1_000; i++) {
            assertFalse(admits(limits, WRITES));
        }

        assertEquals(before, buckets.drawings());
    }

    @Test
    void letEverythingInWhileTheBucketsCannotBeAsked() {
        while (admits(limits, WRITES)) {
            clock.instant();
        }
        buckets.failWith(new DependencyUnavailable("dynamodb", new IOException()));
        clock.advance(Duration.ofSeconds(1));
        int before = buckets.drawings();

        for (int i = 0; i < 100; i++) {
            assertTrue(admits(limits, WRITES));
        }

        assertEquals(before + 1, buckets.drawings(), "and they are left alone for a while");
        assertEquals(List.of(1.0), metrics.of(Metric.LIMITS_UNCHECKED));
    }

    @Test
    void holdKeysToTheirLimitsAgainOnceTheBucketsAnswer() {
        buckets.failWith(new IllegalStateException("not permitted"));
        assertTrue(admits(limits, WRITES));
        buckets.recover();
        clock.advance(Duration.ofSeconds(6));

        int admitted = 0;
        for (int i = 0; i < 100; i++) {
            admitted += admits(limits, WRITES) ? 1 : 0;
        }

        assertEquals(5, admitted);
    }

    /// Many processes, each greedy: what was let in is what there was, one request on credit for each process that
    /// could not know better, and the tokens that each held from before.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void letInNoMoreThanThereIsOnTheWhole(long seed) {
        Random random = new Random(seed);
        List<RateLimits> processes = processes(1 + random.nextInt(20));
        double seconds = 0;
        long admitted = 0;
        for (int i = 0; i < 20_000; i++) {
            admitted += admits(processes.get(random.nextInt(processes.size())), READS) ? 1 : 0;
            int millis = random.nextInt(10);
            clock.advance(Duration.ofMillis(millis));
            seconds += millis / 1_000.0;
            long most = Math.round(BURST + seconds * PER_SECOND) + processes.size();
            assertTrue(admitted <= most, "seed " + seed + ": " + admitted + " of " + most);
        }
        long least = Math.round((seconds - Purse.LEASE.toSeconds()) * PER_SECOND);
        assertTrue(admitted >= least, "seed " + seed + ": " + admitted + " where there were " + least);
    }

    /// Whoever asks less than the limit is never held up, whichever processes answer.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverRefuseWhoKeepsToHalfOfTheLimit(long seed) {
        Random random = new Random(seed);
        List<RateLimits> processes = processes(1 + random.nextInt(5));
        for (int i = 0; i < 5_000; i++) {
            assertTrue(admits(processes.get(random.nextInt(processes.size())), READS), "seed " + seed + ", " + i);
            clock.advance(Duration.ofMillis(100 + random.nextInt(200)));
        }
    }

    private List<RateLimits> processes(int count) {
        List<RateLimits> processes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            processes.add(process());
        }
        return processes;
    }

    private RateLimits process() {
        return new RateLimits(buckets, CONFIG, clock, Runnable::run, metrics);
    }

    private static boolean admits(RateLimits limits, Bucket bucket) {
        try {
            limits.admit(bucket, CONFIG.of(bucket.rateClass())).close();
            return true;
        } catch (Throttled refused) {
            return false;
        }
    }
}
