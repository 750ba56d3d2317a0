package dev.kept.adapters.bedrock;

import java.time.Duration;
import java.util.Set;

/// Which embedding model to invoke, and how long to wait for it.
///
/// @param modelId for `InvokeModel`
/// @param dimensions 256, 512 or 1024: what Titan Text Embeddings V2 offers
/// @param timeout of one text, retries included
/// @param concurrency invocations at once when many texts are embedded
record BedrockConfig(String modelId, int dimensions, Duration timeout, int concurrency) {
    static final String MODEL_DEFAULT = "amazon.titan-embed-text-v2:0";

    /// The wire format is that of this family; the provider's default in the template is another's.
    private static final String FAMILY = "titan-embed-text-v2";

    private static final Set<Integer> DIMENSIONS = Set.of(256, 512, 1024);

    BedrockConfig {
        if (!modelId.contains(FAMILY)) {
            throw new IllegalArgumentException("kept.embedding.model must be a model or profile of " + FAMILY);
        }
        if (!DIMENSIONS.contains(dimensions)) {
            throw new IllegalArgumentException("kept.embedding.dimensions must be 256, 512 or 1024");
        }
        if (timeout.isNegative() || timeout.isZero() || concurrency < 1) {
            throw new IllegalArgumentException("timeout and concurrency must be above 0");
        }
    }

    static BedrockConfig of(String modelId, int dimensions) {
        return new BedrockConfig(modelId, dimensions, Duration.ofSeconds(3), 8);
    }
}
