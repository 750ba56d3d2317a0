package dev.kept.adapters.bedrock;

import java.time.Duration;

/// Which model summarizes, and how long the preparing of a context may wait for it.
///
/// @param modelId for `Converse`: a model or an inference profile
/// @param timeout of one call; there is no second try, because there are other ways to be short
/// @param recovery how long a model that fails is left alone
record SummaryConfig(String modelId, Duration timeout, Duration recovery) {
    SummaryConfig {
        if (modelId.isBlank()) {
            throw new IllegalArgumentException("kept.summary.model must name a model");
        }
        if (!timeout.isPositive() || !recovery.isPositive()) {
            throw new IllegalArgumentException("timeout and recovery must be above 0");
        }
    }

    static SummaryConfig of(String modelId) {
        return new SummaryConfig(modelId, Duration.ofSeconds(8), Duration.ofSeconds(60));
    }
}
