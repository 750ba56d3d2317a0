package dev.kept.domain.rate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The limits that a key has in place of those of the deployment.
///
/// @param byClass only classes in which it has one of its own
public record KeyLimits(Map<RateClass, RateLimit> byClass) {
    public static final KeyLimits NONE = new KeyLimits(Map.of());

    public KeyLimits {
        Map<RateClass, RateLimit> ordered = new EnumMap<>(RateClass.class);
        ordered.putAll(byClass);
        byClass = Collections.unmodifiableMap(ordered);
    }

    /// Reads what {@link #texts} wrote.
    ///
    /// @param texts what stands under a name
    public static KeyLimits of(Function<String, Optional<String>> texts) {
        Map<RateClass, RateLimit> limits = new EnumMap<>(RateClass.class);
        for (RateClass rateClass : RateClass.values()) {
            texts.apply(name(rateClass)).map(RateLimit::parse).ifPresent(limit -> limits.put(rateClass, limit));
        }
        return new KeyLimits(limits);
    }

    public Optional<RateLimit> of(RateClass rateClass) {
        return Optional.ofNullable(byClass.get(rateClass));
    }

    /// Under the names that they have wherever a key is told of: in its item, and in what the authorizer says.
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        byClass.forEach((rateClass, limit) -> texts.put(name(rateClass), limit.text()));
        return texts;
    }

    private static String name(RateClass rateClass) {
        return switch (rateClass) {
            case READ -> "limitRead";
            case WRITE -> "limitWrite";
            case HEAVY -> "limitHeavy";
        };
    }
}
