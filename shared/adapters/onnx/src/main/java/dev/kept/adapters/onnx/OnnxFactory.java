package dev.kept.adapters.onnx;

import dev.kept.domain.search.EmbeddingModel;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/// Offers the embedding model in process, unless another provider is configured.
@Factory
final class OnnxFactory {
    @Singleton
    @Requires(property = "kept.embedding.provider", value = "onnx", defaultValue = "onnx")
    EmbeddingModel embeddingModel() {
        return new OnnxEmbeddingModel();
    }
}
