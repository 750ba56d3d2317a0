package dev.kept.adapters.bedrock;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.search.Reranker;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;

/// A rerank model of Bedrock. One that fails twice is left alone for a while, so that searches do not all wait for it.
final class BedrockReranker implements Reranker {
    static final String DEPENDENCY = "bedrock rerank";
    private static final Logger LOG = LoggerFactory.getLogger(BedrockReranker.class);

    /// Cohere reads 4,096 tokens of question and passage together, and both models cut off the rest; reading less is
    /// faster.
    private static final int PASSAGE_CHARACTERS = 4_000;

    private static final int QUESTION_CHARACTERS = 2_000;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final BedrockRuntimeClient client;
    private final RerankConfig config;
    private final CircuitBreaker breaker;

    BedrockReranker(BedrockRuntimeClient client, RerankConfig config) {
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
    public List<Double> relevance(String question, List<String> passages) {
        try {
            return breaker.executeSupplier(() -> invoke(question, passages));
        } catch (CallNotPermittedException e) {
            throw new DependencyUnavailable(DEPENDENCY, e);
        } catch (DependencyUnavailable | Throttled e) {
            LOG.atWarn()
                    .addKeyValue("model", config.modelId())
                    .addKeyValue("reason", e.getMessage())
                    .log("rerank.failed");
            throw e;
        }
    }

    private List<Double> invoke(String question, List<String> passages) {
        List<String> heads = passages.stream()
                .map(passage -> Heads.of(passage, PASSAGE_CHARACTERS))
                .toList();
        String body = RerankWire.request(config, Heads.of(question, QUESTION_CHARACTERS), heads);
        try {
            var response = client.invokeModel(request -> request.modelId(config.modelId())
                    .contentType("application/json")
                    .accept("application/json")
                    .body(SdkBytes.fromUtf8String(body)));
            return RerankWire.relevances(response.body().asInputStream(), passages.size());
        } catch (ThrottlingException e) {
            throw new Throttled("bedrock is throttling", RETRY_AFTER, e);
        } catch (SdkException e) {
            throw new DependencyUnavailable(DEPENDENCY, e);
        }
    }
}
