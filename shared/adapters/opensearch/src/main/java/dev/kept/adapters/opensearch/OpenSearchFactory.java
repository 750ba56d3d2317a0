package dev.kept.adapters.opensearch;

import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.SearchIndex;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/// Offers the search index, or none, as the deployment chose.
@Factory
final class OpenSearchFactory {
    /// @param mode `opensearch` or `direct`
    /// @param embeddings asked for its dimensions when the index is made
    @Singleton
    SearchIndex searchIndex(
            @Value("${kept.search.mode:opensearch}") String mode,
            @Value("${kept.search.endpoint:}") String endpoint,
            Provider<EmbeddingModel> embeddings) {
        return switch (mode) {
            case "opensearch" ->
                new OpenSearchIndex(
                        OpenSearchConfig.of(endpoint), () -> embeddings.get().dimensions());
            case "direct" -> new NoIndex();
            default -> throw new IllegalArgumentException("kept.search.mode must be opensearch or direct");
        };
    }
}
