package dev.kept.domain.rules;

import java.util.List;

/// Phrases that speak against keeping a sentence.
///
/// @param outweighedBy the weight of cues from which on it is kept all the same; infinite when never
public record ObjectionRule(String reason, double outweighedBy, List<String> phrases) {
    public static final double NEVER = Double.POSITIVE_INFINITY;

    public ObjectionRule {
        RuleLimits.why("reason", reason);
        if (outweighedBy != NEVER) {
            CueRule.weight("outweighedBy", outweighedBy);
        }
        phrases = RuleLimits.phrases(phrases);
    }

    public boolean isFinal() {
        return outweighedBy == NEVER;
    }
}
