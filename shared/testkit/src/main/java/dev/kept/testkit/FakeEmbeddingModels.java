package dev.kept.testkit;

import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.EmbeddingModels;
import java.util.List;
import java.util.Optional;

/// Models that a test chooses; the first is the wanted one.
public record FakeEmbeddingModels(List<EmbeddingModel> models) implements EmbeddingModels {
    public static FakeEmbeddingModels of(EmbeddingModel... models) {
        return new FakeEmbeddingModels(List.of(models));
    }

    @Override
    public Optional<EmbeddingModel> wanted() {
        return models.stream().findFirst();
    }

    @Override
    public Optional<EmbeddingModel> find(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }
}
