package dev.kept.adapters.bedrock;

import java.time.Duration;

/// Which rerank model to invoke, and how long a search may wait for it.
///
/// @param modelId for `InvokeModel`: Cohere Rerank or Amazon Rerank
/// @param timeout of one call; there is no second try, because the search has an answer without it
/// @param recovery how long a model that fails is left alone
record RerankConfig(String modelId, Duration timeout, Duration recovery) {
    RerankConfig {
        if (!modelId.contains("cohere.rerank-") && !modelId.contains("amazon.rerank-")) {
            throw new IllegalArgumentException("kept.rerank.model must be a model of Cohere Rerank or Amazon Rerank");
        }
        if (!timeout.isPositive() || !recovery.isPositive()) {
            throw new IllegalArgumentException("timeout and recovery must be above 0");
        }
    }

    static RerankConfig of(String modelId) {
        return new RerankConfig(modelId, Duration.ofMillis(800), Duration.ofSeconds(10));
    }

    boolean isCohere() {
        return modelId.contains("cohere.");
    }
}
