package dev.kept.domain.rate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A token bucket: tokens come in at an even pace until it is full, and each request takes one out.
///
/// How full a bucket is, is told by one time, when it will be full: each token taken moves it on by {@link #pace()}
/// (the "generic cell rate algorithm", https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm). Nothing needs to run
/// for the tokens to come, and one number can be changed by one conditional write.
///
/// @param perSecond tokens that come in
/// @param burst tokens of a full bucket
public record RateLimit(double perSecond, int burst) {
    public static final int MAX = 1_000_000;
    private static final double PER_SECOND_MIN = 0.001;
    private static final double NANOS = 1_000_000_000;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?)/(\\d{1,7})");

    public RateLimit {
        if (perSecond < PER_SECOND_MIN || perSecond > MAX || burst < 1 || burst > MAX) {
            throw new IllegalArgumentException("a rate must be from 0.001 to 1000000 a second, a burst from 1");
        }
    }

    /// @param text `20/100`: 20 a second, and 100 at once after a pause
    public static RateLimit parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a limit must be as 20/100, requests a second and at once");
        }
        return new RateLimit(Double.parseDouble(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /// As {@link #parse} reads it.
    public String text() {
        return BigDecimal.valueOf(perSecond).stripTrailingZeros().toPlainString() + "/" + burst;
    }

    /// The time in which one token comes.
    public Duration pace() {
        return pace(1);
    }

    /// The time in which so many come.
    public Duration pace(long tokens) {
        return Duration.ofNanos(Math.round(NANOS / perSecond * tokens));
    }

    /// Tokens in a bucket that will be full at a time; below zero when it owes some.
    public long available(Instant fullAt, Instant now) {
        Duration missing = Duration.between(now, fullAt);
        return missing.isNegative() ? burst : (long) Math.floor(burst - missing.toNanos() / NANOS * perSecond);
    }

    /// When there is a token in the bucket; in the past, when there is one.
    public Instant nextAt(Instant fullAt) {
        return fullAt.minus(pace(burst - 1L));
    }
}
