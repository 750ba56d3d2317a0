package dev.kept.adapters.onnx;

import dev.kept.domain.search.EmbeddingModels;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/// Offers the embedding models in process.
@Factory
final class OnnxFactory {
    /// Reading a model takes a second or two: for the configured one it begins at once, so that the first question
    /// seldom waits for it.
    @Singleton
    EmbeddingModels onnxModels(@Value("${kept.embedding.model:bge-small-en-v1.5-q-384}") String wanted) {
        OnnxEmbeddingModels models = new OnnxEmbeddingModels(wanted);
        models.wanted()
                .ifPresent(model ->
                        Thread.ofPlatform().daemon().name("embedding-model").start(() -> model.embedQuery("warm")));
        return models;
    }
}
