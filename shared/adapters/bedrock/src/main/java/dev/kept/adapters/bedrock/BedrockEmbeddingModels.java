package dev.kept.adapters.bedrock;

import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.EmbeddingModels;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/// Titan Text Embeddings V2 in each of its dimensions.
final class BedrockEmbeddingModels implements EmbeddingModels {
    private final String wanted;
    private final Function<BedrockConfig, BedrockRuntimeClient> clients;
    private final Map<String, EmbeddingModel> models = new ConcurrentHashMap<>();

    /// @param wanted the configured model's id, of whichever provider
    /// @param clients are made when a model is first asked for: who embeds in process needs none
    BedrockEmbeddingModels(String wanted, Function<BedrockConfig, BedrockRuntimeClient> clients) {
        this.wanted = wanted;
        this.clients = clients;
    }

    @Override
    public Optional<EmbeddingModel> wanted() {
        return find(wanted);
    }

    @Override
    public Optional<EmbeddingModel> find(String id) {
        return BedrockConfig.of(id)
                .map(config ->
                        models.computeIfAbsent(id, _ -> new BedrockEmbeddingModel(clients.apply(config), config)));
    }
}
