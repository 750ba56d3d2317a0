package dev.kept.adapters.bedrock;

import dev.kept.domain.context.Summarizer;
import dev.kept.domain.search.EmbeddingModels;
import dev.kept.domain.search.Reranker;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
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
    Reranker reranker(@Value("${kept.rerank.model}") String modelId) {
        RerankConfig config = RerankConfig.of(modelId);
        return new BedrockReranker(
                configured(BedrockRuntimeClient.builder(), config).build(), config);
    }

    @Singleton
    @Requires(property = "kept.summary.model", pattern = ".+")
    Summarizer summarizer(@Value("${kept.summary.model}") String modelId) {
        SummaryConfig config = SummaryConfig.of(modelId);
        return new BedrockSummarizer(
                configured(BedrockRuntimeClient.builder(), config).build(), config);
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
