package dev.kept.adapters.opensearch;

import java.net.URI;
import java.time.Duration;

/// Where the index is and how long to wait for it. A search that waits longer than this is better answered from the
/// store.
///
/// @param endpoint `http://` for a node without a password, `https://` for a domain with signed requests
/// @param recovery how long a dead node is left alone before it is tried again; twice as long each time, up to
///     `recoveryMax`
record OpenSearchConfig(
        URI endpoint,
        Duration connectTimeout,
        Duration searchTimeout,
        Duration bulkTimeout,
        Duration recovery,
        Duration recoveryMax) {
    OpenSearchConfig {
        if (!"http".equals(endpoint.getScheme()) && !"https".equals(endpoint.getScheme())) {
            throw new IllegalArgumentException("kept.search.endpoint must be an http or https URL");
        }
    }

    static OpenSearchConfig of(String endpoint) {
        return new OpenSearchConfig(
                URI.create(endpoint),
                Duration.ofMillis(300),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Duration.ofSeconds(15));
    }

    boolean isSigned() {
        return "https".equals(endpoint.getScheme());
    }
}
