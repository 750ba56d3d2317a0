package dev.kept.application.extraction.rules;

import dev.kept.application.extraction.words.Words;
import dev.kept.domain.memory.MemoryType;
import java.util.Set;

/// How much harm forgetting does: what the type is worth, and what the words add. Each factor is named in the
/// candidate's `why`.
///
/// @param factors what counted beside the type
public record Importance(double value, Set<Cue> factors) {
    /// Why an update is more important, as it stands in a memory's `why`.
    public static final String TAKES_A_PLACE = "takes the place of an older one";
    private static final double BY_AN_UPDATE = 0.25;

    /// Higher, and what takes the place of an update would have to say so: see `Comparing`.
    private static final double OF_UPDATES_MAX = 0.78;

    /// Whoever says that something has changed wants it known.
    public static double ofUpdate(double importance) {
        double raised = Math.min(OF_UPDATES_MAX, importance + BY_AN_UPDATE);
        return Math.max(importance, Math.round(raised * 100) / 100.0);
    }

    /// What a statement of a type is worth by its words, from .1 to .95.
    public static Importance of(MemoryType type, Words words, ExtractionRules rules) {
        Set<Cue> factors = rules.importanceFactors(words);
        double sum = rules.importanceBase(type)
                + factors.stream().mapToDouble(Cue::weight).sum();
        double bounded = Math.clamp(sum, 0.1, 0.95);
        return new Importance(Math.round(bounded * 100) / 100.0, factors);
    }
}
