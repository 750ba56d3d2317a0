package dev.kept.domain.extraction;

/// What a model took to read turns.
///
/// @param inputTokens read at full price
/// @param cachedTokens read from the prompt cache
/// @param costMicros in millionths of the currency that the prices are given in
public record ModelUse(int calls, long inputTokens, long outputTokens, long cachedTokens, long costMicros) {
    public static final ModelUse NONE = new ModelUse(0, 0, 0, 0, 0);

    public ModelUse plus(ModelUse other) {
        return new ModelUse(
                calls + other.calls,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                cachedTokens + other.cachedTokens,
                costMicros + other.costMicros);
    }
}
