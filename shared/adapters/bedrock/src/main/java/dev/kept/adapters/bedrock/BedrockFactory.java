package dev.kept.adapters.bedrock;

import dev.kept.domain.context.Summarizer;
import dev.kept.domain.extraction.ExtractionModel;
import dev.kept.domain.flag.Flags;
import dev.kept.domain.search.EmbeddingModels;
import dev.kept.domain.search.Reranker;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;

/// Offers Bedrock's models where they are configured.
@Factory
final class BedrockFactory {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    @Singleton
    EmbeddingModels bedrockModels(@Value("${kept.embedding.model:}") String wanted) {
        return new BedrockEmbeddingModels(
                wanted,
                config -> configured(BedrockRuntimeClient.builder(), config).build());
    }

    @Singleton
    @Requires(property = "kept.rerank.model", pattern = ".+")
    Reranker reranker(@Value("${kept.rerank.model}") String modelId, Optional<Flags> flags) {
        RerankConfig config = RerankConfig.of(modelId);
        var model = new BedrockReranker(
                configured(BedrockRuntimeClient.builder(), config).build(), config);
        return Switched.reranker(model, flags.orElse(Flags.ALL_ON));
    }

    @Singleton
    @Requires(property = "kept.summary.model", pattern = ".+")
    Summarizer summarizer(@Value("${kept.summary.model}") String modelId, Optional<Flags> flags) {
        SummaryConfig config = SummaryConfig.of(modelId);
        var model = new BedrockSummarizer(
                configured(BedrockRuntimeClient.builder(), config).build(), config);
        return Switched.summarizer(model, flags.orElse(Flags.ALL_ON));
    }

    @Singleton
    @Requires(property = "kept.extraction.model", pattern = "(?!rules$).+")
    ExtractionModel extractionModel(
            @Value("${kept.extraction.model}") String modelId,
            @Value("${kept.extraction.foundation.model:}") String foundationModel,
            @Value("${kept.extraction.timeout:PT20S}") String timeout,
            Optional<Flags> flags) {
        ExtractionModelConfig config = ExtractionModelConfig.of(modelId, foundationModel, Duration.parse(timeout));
        var model = new BedrockExtractionModel(
                configured(BedrockRuntimeClient.builder(), config).build(), config);
        return Switched.extractionModel(model, flags.orElse(Flags.ALL_ON));
    }

    /// Nobody waits for extraction, so it tries again: with the SDK's classification of what is worth it, and delays
    /// that grow and are random.
    static BedrockRuntimeClientBuilder configured(BedrockRuntimeClientBuilder builder, ExtractionModelConfig config) {
        BackoffStrategy backoff =
                BackoffStrategy.exponentialDelay(config.firstDelay(), ExtractionModelConfig.DELAY_MAX);
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(config.timeout()))
                .overrideConfiguration(override -> override.apiCallTimeout(config.timeout())
                        .retryStrategy(strategy -> strategy.maxAttempts(config.tries())
                                .backoffStrategy(backoff)
                                .throttlingBackoffStrategy(backoff)));
    }

    static BedrockRuntimeClientBuilder configured(BedrockRuntimeClientBuilder builder, SummaryConfig config) {
        return within(builder, config.timeout(), 1);
    }

    static BedrockRuntimeClientBuilder configured(BedrockRuntimeClientBuilder builder, BedrockConfig config) {
        return within(builder, config.timeout(), 2);
    }

    static BedrockRuntimeClientBuilder configured(BedrockRuntimeClientBuilder builder, RerankConfig config) {
        return within(builder, config.timeout(), 1);
    }

    /// A search waits for these calls, so they fail early: it has an answer without them.
    private static BedrockRuntimeClientBuilder within(
            BedrockRuntimeClientBuilder builder, Duration timeout, int attempts) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(timeout))
                .overrideConfiguration(override ->
                        override.apiCallTimeout(timeout).retryStrategy(strategy -> strategy.maxAttempts(attempts)));
    }
}
