package dev.kept.domain.extraction;

import java.util.Map;
import java.util.TreeMap;

/// How the turns of a run were read.
///
/// @param extractor `rules-1` or `model:<model id>/<prompt version>`: who was asked first
/// @param fallbacks why the rules stood in for the model, e.g. `throttled`, to how many batches of turns
public record ExtractionMethod(String extractor, Map<String, Integer> fallbacks, ModelUse use) {
    public ExtractionMethod {
        fallbacks = Map.copyOf(new TreeMap<>(fallbacks));
    }

    /// Rules alone.
    public static ExtractionMethod rules(String version) {
        return new ExtractionMethod(version, Map.of(), ModelUse.NONE);
    }

    /// Both, by the name of this one.
    public ExtractionMethod plus(ExtractionMethod other) {
        Map<String, Integer> reasons = new TreeMap<>(fallbacks);
        other.fallbacks.forEach((reason, batches) -> reasons.merge(reason, batches, Integer::sum));
        return new ExtractionMethod(extractor, reasons, use.plus(other.use));
    }
}
