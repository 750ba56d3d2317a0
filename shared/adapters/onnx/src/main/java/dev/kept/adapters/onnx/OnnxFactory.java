package dev.kept.adapters.onnx;

import dev.kept.domain.search.EmbeddingModel;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/// Offers the embedding model in process, unless another provider is configured.
@Factory
final class OnnxFactory {
    /// Reading the model takes a second or two: it begins at once, so that the first question seldom waits for it.
    @Singleton
    @Requires(property = "kept.embedding.provider", value = "onnx", defaultValue = "onnx")
    EmbeddingModel embeddingModel() {
        OnnxEmbeddingModel model = new OnnxEmbeddingModel();
        Thread.ofPlatform().daemon().name("embedding-model").start(() -> model.embedQuery("warm"));
        return model;
    }
}
