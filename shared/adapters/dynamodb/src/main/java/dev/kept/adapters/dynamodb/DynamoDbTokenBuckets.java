package dev.kept.adapters.dynamodb;

import dev.kept.domain.rate.Bucket;
import dev.kept.domain.rate.Drawing;
import dev.kept.domain.rate.Drawn;
import dev.kept.domain.rate.TokenBuckets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Buckets in the accounts table: one number each, when it will be full. Most are full when they are asked, so that is
/// tried first; then one conditional write is all it takes. Otherwise the refusal tells the number, and a second write
/// adds to it, which holds for others who add at the same time.
final class DynamoDbTokenBuckets implements TokenBuckets {
    private static final String FULL_AT = "fullAtMicros";
    private static final int TRIES = 6;
    /// A request that waits longer than this for its tokens is better let in without.
    private static final Duration TIMEOUT = Duration.ofMillis(250);
    /// A full bucket needs no item; some time more, as clocks differ.
    private static final Duration KEPT_WHEN_FULL = Duration.ofHours(1);

    private final Dynamo dynamo;
    private final AccountsTable table;

    DynamoDbTokenBuckets(Dynamo dynamo, AccountsTable table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Drawn draw(Bucket bucket, Drawing drawing, Instant now) {
        Instant fullAt = Instant.EPOCH;
        for (int i = 0; i < TRIES; i++) {
            int granted = drawing.granted(fullAt, now);
            if (granted + drawing.owed() == 0) {
                return new Drawn(0, drawing.limit().nextAt(fullAt));
            }
            Update update = fullAt.isAfter(now)
                    ? adding(bucket, drawing, fullAt, granted, now)
                    : filling(bucket, drawing, granted, now);
            switch (dynamo.update(update, TIMEOUT)) {
                case Written.Done(Item item) -> {
                    return new Drawn(granted, drawing.limit().nextAt(fullAt(item)));
                }
                case Written.Refused refused -> fullAt = refused.isGone() ? Instant.EPOCH : fullAt(refused.item());
            }
        }
        throw Failures.contended("a rate limit");
    }

    private Update filling(Bucket bucket, Drawing drawing, int granted, Instant now) {
        Condition full = Condition.absent(Attribute.ITEM).or(Condition.atMost(FULL_AT, micros(now)));
        Instant fullAt = drawing.fullAfter(now, now, granted);
        return expiring(
                new Update(table.bucket(bucket, drawing.limit()), full).set(FULL_AT, number(micros(fullAt))), fullAt);
    }

    /// What is owed may be added whatever others added meanwhile; what is granted must be there still.
    private Update adding(Bucket bucket, Drawing drawing, Instant fullAt, int granted, Instant now) {
        Condition holds = granted == 0
                ? Condition.atLeast(FULL_AT, micros(now))
                : Condition.between(FULL_AT, micros(now), micros(latest(drawing, granted, now)));
        long more = micros(drawing.fullAfter(fullAt, now, granted)) - micros(fullAt);
        return expiring(
                new Update(table.bucket(bucket, drawing.limit()), holds).add(FULL_AT, more),
                fullAt.plusNanos(more * 1_000));
    }

    /// How late a bucket may be full that has so many tokens.
    private static Instant latest(Drawing drawing, int granted, Instant now) {
        return now.plus(drawing.limit().pace(drawing.limit().burst() - (long) drawing.owed() - granted));
    }

    private static Update expiring(Update update, Instant fullAt) {
        return update.set(Attribute.EXPIRES_AT, number(Expiry.of(fullAt, KEPT_WHEN_FULL)));
    }

    private static Instant fullAt(Item item) {
        return Instant.EPOCH.plus(item.number(FULL_AT), ChronoUnit.MICROS);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
