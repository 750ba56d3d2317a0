package dev.kept.application.extraction.consolidation;

import dev.kept.application.extraction.names.Technologies;
import dev.kept.application.extraction.reading.Gist;
import dev.kept.application.extraction.rules.ExtractionRules;
import java.util.EnumMap;
import java.util.Map;

/// How likely a newer statement takes the place of an older one.
///
/// Nearness is the dear sign, so it is read only where it can make a difference.
final class UpdateProbability {
    private final UpdateSigns signs = new UpdateSigns(ExtractionRules.bundled(), Technologies.bundled());
    private final Nearness nearness;
    private final UpdateWeights weights;

    UpdateProbability(Nearness nearness) {
        this.nearness = nearness;
        this.weights = nearness.isKnown() ? UpdateWeights.ofWordsAndMeaning() : UpdateWeights.ofWords();
    }

    boolean speaksOfChange(Gist newer) {
        return signs.speaksOfChange(newer);
    }

    /// @param oneSitting whether both were said in one sitting
    /// @param least what matters: anything below may be told as 0
    double of(UpdateSigns.Said older, UpdateSigns.Said newer, boolean oneSitting, double least) {
        Map<UpdateSign, Double> seen = signs.of(older, newer, oneSitting);
        if (!areRelated(seen) || atMost(seen) < least) {
            return 0;
        }
        return probability(seen, nearness.of(older.content(), newer.content()));
    }

    private static boolean areRelated(Map<UpdateSign, Double> seen) {
        return seen.getOrDefault(UpdateSign.WORDS_SHARED, 0.0) > 0 || seen.getOrDefault(UpdateSign.COMPETES, 0.0) > 0;
    }

    private double atMost(Map<UpdateSign, Double> seen) {
        return Nearness.corners().stream()
                .mapToDouble(corner -> probability(seen, corner))
                .max()
                .orElseThrow();
    }

    private double probability(Map<UpdateSign, Double> seen, Map<UpdateSign, Double> near) {
        Map<UpdateSign, Double> all = new EnumMap<>(seen);
        all.putAll(near);
        return weights.probability(all);
    }
}
