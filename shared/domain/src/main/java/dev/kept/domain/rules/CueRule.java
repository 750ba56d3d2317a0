package dev.kept.domain.rules;

import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.memory.MemoryType;
import java.util.List;

/// Phrases that speak for a type.
///
/// @param weight 1 a hint, 2 likely, 3 decisive; up to 5, to outweigh what is bundled
/// @param why shown with the memories that it makes
public record CueRule(MemoryType type, double weight, String why, List<String> phrases) {
    private static final double WEIGHT_MIN = 0.1;
    private static final double WEIGHT_MAX = 5;

    public CueRule {
        weight("weight", weight);
        RuleLimits.why("why", why);
        phrases = RuleLimits.phrases(phrases);
    }

    static void weight(String field, double weight) {
        if (!(weight >= WEIGHT_MIN && weight <= WEIGHT_MAX)) {
            throw new InvalidRequest(field, "must be " + WEIGHT_MIN + " to " + WEIGHT_MAX);
        }
    }
}
