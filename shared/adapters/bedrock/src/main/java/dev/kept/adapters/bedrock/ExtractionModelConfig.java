package dev.kept.adapters.bedrock;

import java.time.Duration;

/// Which model finds memories, and how long a batch of turns may wait for it.
///
/// @param modelId for `Converse`: a model or an inference profile
/// @param family what that model understands
/// @param timeout of one question, all tries and the waiting between them included
/// @param tries of one question: throttled, cut off and failed calls are made again
/// @param firstDelay before the second try at most; it doubles from try to try, up to {@link #DELAY_MAX}, and the real
///     delay is drawn anew below it each time, so that functions that were throttled together do not come back together
/// @param recovery how long a model that fails again and again is left alone
record ExtractionModelConfig(
        String modelId, ModelFamily family, Duration timeout, int tries, Duration firstDelay, Duration recovery) {
    static final Duration DELAY_MAX = Duration.ofSeconds(8);

    ExtractionModelConfig {
        if (modelId.isBlank()) {
            throw new IllegalArgumentException("kept.extraction.model must name a model");
        }
        if (!timeout.isPositive() || !firstDelay.isPositive() || !recovery.isPositive() || tries < 1) {
            throw new IllegalArgumentException("timeout, delay, recovery and tries must be above 0");
        }
    }

    /// @param foundationModel what an inference profile leads to; empty when `modelId` tells
    static ExtractionModelConfig of(String modelId, String foundationModel, Duration timeout) {
        return new ExtractionModelConfig(
                modelId,
                ModelFamily.of(foundationModel.isEmpty() ? modelId : foundationModel),
                timeout,
                4,
                Duration.ofMillis(500),
                Duration.ofSeconds(60));
    }
}
