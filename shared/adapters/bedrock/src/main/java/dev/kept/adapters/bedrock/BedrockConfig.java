package dev.kept.adapters.bedrock;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which embedding model to invoke, and how long to wait for it.
///
/// @param modelId for `InvokeModel`
/// @param dimensions 256, 512 or 1024: what Titan Text Embeddings V2 offers
/// @param timeout of one text, retries included
/// @param concurrency invocations at once when many texts are embedded
/// @param recovery how long a model that does not answer is left alone
record BedrockConfig(String modelId, int dimensions, Duration timeout, int concurrency, Duration recovery) {
    /// A model or inference profile of the one family whose wire format is spoken here, that its vectors are
    /// normalized, and their dimensions.
    private static final Pattern ID = Pattern.compile("(.*titan-embed-text-v2:\\d+)-normalized-(\\d+)");

    private static final Set<Integer> DIMENSIONS = Set.of(256, 512, 1024);

    BedrockConfig {
        if (!DIMENSIONS.contains(dimensions)) {
            throw new IllegalArgumentException("kept.embedding.model must end with 256, 512 or 1024");
        }
        if (!timeout.isPositive() || !recovery.isPositive() || concurrency < 1) {
            throw new IllegalArgumentException("timeout, recovery and concurrency must be above 0");
        }
    }

    /// @param id `amazon.titan-embed-text-v2:0-normalized-1024`
    /// @return empty for a model of another family
    static Optional<BedrockConfig> of(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                ? Optional.of(new BedrockConfig(
                        parts.group(1),
                        Integer.parseInt(parts.group(2)),
                        Duration.ofSeconds(3),
                        8,
                        Duration.ofSeconds(10)))
                : Optional.empty();
    }

    String id() {
        return modelId + "-normalized-" + dimensions;
    }
}
