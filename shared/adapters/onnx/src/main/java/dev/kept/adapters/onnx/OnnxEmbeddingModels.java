package dev.kept.adapters.onnx;

import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.EmbeddingModels;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The models whose files are on the class path.
final class OnnxEmbeddingModels implements EmbeddingModels {
    private final Map<String, EmbeddingModel> models = Arrays.stream(LocalModel.values())
            .filter(LocalModel::isHere)
            .collect(Collectors.toMap(LocalModel::id, OnnxEmbeddingModel::new));

    private final String wanted;

    /// @param wanted the configured model's id, of whichever provider
    OnnxEmbeddingModels(String wanted) {
        this.wanted = wanted;
    }

    @Override
    public Optional<EmbeddingModel> wanted() {
        return find(wanted);
    }

    @Override
    public Optional<EmbeddingModel> find(String id) {
        return Optional.ofNullable(models.get(id));
    }
}
