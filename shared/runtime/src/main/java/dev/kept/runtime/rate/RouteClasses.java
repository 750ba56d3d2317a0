package dev.kept.runtime.rate;

import dev.kept.domain.rate.RateClass;
import java.util.Set;

/// Which limit a route counts for.
final class RouteClasses {
    /// Routes that embed, rank or read much. A test of the template finds a name that is no route.
    private static final Set<String> HEAVY = Set.of(
            "GET /v1/memories/{memoryId}/similar",
            "POST /v1/context",
            "POST /v1/context/preview",
            "POST /v1/documents",
            "POST /v1/documents/preview",
            "POST /v1/extract",
            "POST /v1/memories/batch",
            "POST /v1/search",
            "POST /v1/sessions/{sessionId}/extractions",
            "POST /v1/sessions/{sessionId}/recover",
            "PUT /v1/extraction/rules");

    private RouteClasses() {}

    static RateClass of(String routeKey) {
        if (HEAVY.contains(routeKey)) {
            return RateClass.HEAVY;
        }
        return routeKey.startsWith("GET ") ? RateClass.READ : RateClass.WRITE;
    }
}
