package dev.kept.benchmarks.learning;

import java.util.Locale;
import java.util.Set;

/// Something kept that somebody weighed.
///
/// @param group those of one group are held out together
/// @param type which says most of how much it weighs
/// @param factors besides the type
/// @param level `high`, `medium` or `low`
/// @param now what it weighs by the rules as they are
record Weighed(String group, String type, Set<String> factors, String level, double now) {
    static final double HIGH = 0.7;
    static final double MEDIUM = 0.4;

    Weighed {
        factors = Set.copyOf(factors);
    }

    /// Where in its level a weight is well away from the others.
    double target() {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "high" -> 0.9;
            case "medium" -> 0.55;
            default -> 0.3;
        };
    }

    boolean isRight(double weight) {
        String guess = weight >= HIGH ? "high" : weight >= MEDIUM ? "medium" : "low";
        return guess.equals(level);
    }
}
