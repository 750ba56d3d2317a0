package dev.kept.functions.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.rate.KeyLimits;
import dev.kept.domain.rate.RateClass;
import dev.kept.domain.rate.RateLimit;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The limits that a key has of its own; where one is absent, the deployment's holds.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record LimitsView(Optional<Limit> read, Optional<Limit> write, Optional<Limit> heavy) {
    private static final int DECIMALS = 3;

    record Limit(double perSecond, int burst) {
        static Limit of(RateLimit limit) {
            return new Limit(limit.perSecond(), limit.burst());
        }
    }

    static LimitsView of(KeyLimits limits) {
        return new LimitsView(
                limits.of(RateClass.READ).map(Limit::of),
                limits.of(RateClass.WRITE).map(Limit::of),
                limits.of(RateClass.HEAVY).map(Limit::of));
    }

    KeyLimits limits() {
        Map<RateClass, RateLimit> limits = new EnumMap<>(RateClass.class);
        read.ifPresent(limit -> limits.put(RateClass.READ, checked("limits.read", limit)));
        write.ifPresent(limit -> limits.put(RateClass.WRITE, checked("limits.write", limit)));
        heavy.ifPresent(limit -> limits.put(RateClass.HEAVY, checked("limits.heavy", limit)));
        return new KeyLimits(limits);
    }

    private static RateLimit checked(String field, Limit limit) {
        RateLimit checked;
        try {
            checked = new RateLimit(limit.perSecond(), limit.burst());
        } catch (IllegalArgumentException outOfBounds) {
            throw new InvalidRequest(field, "must have perSecond from 0.001 to 1000000 and burst from 1 to 1000000");
        }
        if (BigDecimal.valueOf(checked.perSecond()).stripTrailingZeros().scale() > DECIMALS) {
            throw new InvalidRequest(field + ".perSecond", "must have three decimals at most");
        }
        return checked;
    }
}
