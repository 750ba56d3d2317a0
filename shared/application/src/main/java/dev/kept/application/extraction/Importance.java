package dev.kept.application.extraction;

import dev.kept.domain.memory.MemoryType;
import java.util.Set;

/// How much harm forgetting does: what the type is worth, and what the words add. Each factor is named in the
/// candidate's `why`.
///
/// @param factors what counted beside the type
record Importance(double value, Set<Cue> factors) {
    static Importance of(MemoryType type, Words words, ExtractionRules rules) {
        Set<Cue> factors = rules.importanceFactors(words);
        double sum = rules.importanceBase(type)
                + factors.stream().mapToDouble(Cue::weight).sum();
        double bounded = Math.clamp(sum, 0.1, 0.95);
        return new Importance(Math.round(bounded * 100) / 100.0, factors);
    }
}
