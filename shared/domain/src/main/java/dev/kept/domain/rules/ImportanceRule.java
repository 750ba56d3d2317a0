package dev.kept.domain.rules;

import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.memory.MemoryType;
import java.util.List;
import java.util.Optional;

/// What memories of a type are worth, or phrases that make a memory more or less important.
///
/// @param base the type; empty: the phrases count, whatever the type
/// @param value with a type 0.1 to 0.95, else what the phrases add, -0.5 to 0.5
/// @param why empty with a type
/// @param phrases empty with a type
public record ImportanceRule(Optional<MemoryType> base, double value, String why, List<String> phrases) {
    private static final double BASE_MIN = 0.1;
    private static final double BASE_MAX = 0.95;
    private static final double FACTOR_MAX = 0.5;

    public ImportanceRule {
        if (base.isPresent()) {
            checkValue(value, BASE_MIN, BASE_MAX);
            if (!phrases.isEmpty() || !why.isEmpty()) {
                throw new InvalidRequest("base", "cannot stand beside phrases: one rule does one of the two");
            }
        } else {
            checkValue(value, -FACTOR_MAX, FACTOR_MAX);
            RuleLimits.why("why", why);
        }
        phrases = base.isPresent() ? List.of() : RuleLimits.phrases(phrases);
    }

    public static ImportanceRule ofType(MemoryType type, double value) {
        return new ImportanceRule(Optional.of(type), value, "", List.of());
    }

    public static ImportanceRule ofPhrases(double value, String why, List<String> phrases) {
        return new ImportanceRule(Optional.empty(), value, why, phrases);
    }

    private static void checkValue(double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new InvalidRequest("value", "must be " + min + " to " + max);
        }
    }
}
