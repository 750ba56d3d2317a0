package dev.kept.adapters.bedrock;

import dev.kept.domain.search.EmbeddingModel;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;

/// Offers Bedrock's embedding model where it is the configured provider.
@Factory
final class BedrockFactory {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    @Singleton
    @Requires(property = "kept.embedding.provider", value = "bedrock")
    EmbeddingModel embeddingModel(
            @Value("${kept.embedding.model:" + BedrockConfig.MODEL_DEFAULT + "}") String modelId,
            @Value("${kept.embedding.dimensions:1024}") int dimensions) {
        BedrockConfig config = BedrockConfig.of(modelId, dimensions);
        return new BedrockEmbeddingModel(
                configured(BedrockRuntimeClient.builder(), config).build(), config);
    }

    /// A search waits for this call, so it fails early: without it, it answers by words.
    static BedrockRuntimeClientBuilder configured(BedrockRuntimeClientBuilder builder, BedrockConfig config) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(config.timeout()))
                .overrideConfiguration(override ->
                        override.apiCallTimeout(config.timeout()).retryStrategy(strategy -> strategy.maxAttempts(2)));
    }
}
