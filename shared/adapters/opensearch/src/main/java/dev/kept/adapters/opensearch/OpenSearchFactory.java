package dev.kept.adapters.opensearch;

import dev.kept.domain.search.SearchIndex;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/// Offers the search index, or none, as the deployment chose.
@Factory
final class OpenSearchFactory {
    /// @param mode `opensearch` or `direct`
    @Singleton
    SearchIndex searchIndex(
            @Value("${kept.search.mode:opensearch}") String mode, @Value("${kept.search.endpoint:}") String endpoint) {
        return switch (mode) {
            case "opensearch" -> new OpenSearchIndex(OpenSearchConfig.of(endpoint));
            case "direct" -> new NoIndex();
            default -> throw new IllegalArgumentException("kept.search.mode must be opensearch or direct");
        };
    }
}
