package dev.kept.adapters.bedrock;

import dev.kept.domain.context.Summarizer;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;

/// Summaries by a model of Bedrock, over `Converse`. One that fails twice is left alone for a while.
final class BedrockSummarizer implements Summarizer {
    static final String DEPENDENCY = "bedrock summary";
    private static final Logger LOG = LoggerFactory.getLogger(BedrockSummarizer.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final BedrockRuntimeClient client;
    private final SummaryConfig config;
    private final CircuitBreaker breaker;

    BedrockSummarizer(BedrockRuntimeClient client, SummaryConfig config) {
        this.client = client;
        this.config = config;
        this.breaker = CircuitBreaker.of(
                DEPENDENCY,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(2)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(config.recovery())
                        .build());
    }

    @Override
    public String summarize(String text, int wordsMax) {
        try {
            return breaker.executeSupplier(() -> converse(new SummaryPrompt(text, wordsMax)));
        } catch (CallNotPermittedException e) {
            throw new DependencyUnavailable(DEPENDENCY, e);
        } catch (DependencyUnavailable | Throttled e) {
            LOG.atWarn()
                    .addKeyValue("model", config.modelId())
                    .addKeyValue("reason", e.getMessage())
                    .log("summary.failed");
            throw e;
        }
    }

    private String converse(SummaryPrompt prompt) {
        try {
            String summary = SummaryPrompt.read(client.converse(prompt.request(config.modelId())));
            if (summary.isEmpty()) {
                throw new DependencyUnavailable(DEPENDENCY, new IllegalStateException("no text in the reply"));
            }
            return summary;
        } catch (ThrottlingException e) {
            throw new Throttled("bedrock is throttling", RETRY_AFTER, e);
        } catch (SdkException e) {
            throw new DependencyUnavailable(DEPENDENCY, e);
        }
    }
}
