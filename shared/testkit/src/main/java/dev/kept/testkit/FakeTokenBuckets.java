package dev.kept.testkit;

import dev.kept.domain.rate.Bucket;
import dev.kept.domain.rate.Drawing;
import dev.kept.domain.rate.Drawn;
import dev.kept.domain.rate.RateLimit;
import dev.kept.domain.rate.TokenBuckets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Buckets in memory, which can be made to fail, and count how often they are asked.
public final class FakeTokenBuckets implements TokenBuckets {
    private final Map<Limited, Instant> fullAt = new HashMap<>();
    private Optional<RuntimeException> failure = Optional.empty();
    private int drawings;

    private record Limited(Bucket bucket, RateLimit limit) {}

    @Override
    public synchronized Drawn draw(Bucket bucket, Drawing drawing, Instant now) {
        drawings++;
        failure.ifPresent(thrown -> {
            throw thrown;
        });
        Limited limited = new Limited(bucket, drawing.limit());
        Instant before = fullAt.getOrDefault(limited, Instant.EPOCH);
        int granted = drawing.granted(before, now);
        Instant after = drawing.fullAfter(before, now, granted);
        fullAt.put(limited, after);
        return new Drawn(granted, drawing.limit().nextAt(after));
    }

    public synchronized void failWith(RuntimeException thrown) {
        failure = Optional.of(thrown);
    }

    public synchronized void recover() {
        failure = Optional.empty();
    }

    public synchronized int drawings() {
        return drawings;
    }
}
