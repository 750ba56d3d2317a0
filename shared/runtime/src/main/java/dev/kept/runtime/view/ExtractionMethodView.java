package dev.kept.runtime.view;

import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.ModelUse;
import java.util.Map;

/// How turns were read, in a reply.
///
/// @param fallbacks why rules stood in for a model, to how many batches of turns; empty when they did not
public record ExtractionMethodView(
        String extractor,
        Map<String, Integer> fallbacks,
        int modelCalls,
        long inputTokens,
        long outputTokens,
        long cachedTokens,
        long costMicros) {
    public static ExtractionMethodView of(ExtractionMethod method) {
        ModelUse use = method.use();
        return new ExtractionMethodView(
                method.extractor(),
                method.fallbacks(),
                use.calls(),
                use.inputTokens(),
                use.outputTokens(),
                use.cachedTokens(),
                use.costMicros());
    }
}
