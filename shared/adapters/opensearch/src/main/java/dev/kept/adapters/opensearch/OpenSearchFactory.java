package dev.kept.adapters.opensearch;

import dev.kept.domain.search.SearchIndex;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/// Offers the search index, or none, as the deployment chose.
@Factory
final class OpenSearchFactory {
    /// @param mode `opensearch` or `direct`
    /// @param dimensions of the vectors that the embedding model makes
    @Singleton
    SearchIndex searchIndex(
            @Value("${kept.search.mode:opensearch}") String mode,
            @Value("${kept.search.endpoint:}") String endpoint,
            @Value("${kept.embedding.dimensions:384}") int dimensions) {
        return switch (mode) {
            case "opensearch" -> new OpenSearchIndex(OpenSearchConfig.of(endpoint), dimensions);
            case "direct" -> new NoIndex();
            default -> throw new IllegalArgumentException("kept.search.mode must be opensearch or direct");
        };
    }
}
