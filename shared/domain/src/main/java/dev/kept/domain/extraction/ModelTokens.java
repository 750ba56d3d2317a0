package dev.kept.domain.extraction;

/// What one question took, as the model's provider counts it.
///
/// @param input read anew, without what was read from or written to the prompt cache
public record ModelTokens(long input, long output, long cacheRead, long cacheWrite) {
    public static final ModelTokens NONE = new ModelTokens(0, 0, 0, 0);

    public long total() {
        return input + output + cacheRead + cacheWrite;
    }
}
