package dev.kept.local.stack.gateway;

import dev.kept.local.metrics.MetricsPage;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The answer to Prometheus, or to whoever else asks for the metrics.
final class Scrape {
    private Scrape() {}

    static HttpReply of(MetricsPage page, String requestId) {
        try {
            Map<String, String> headers = Map.of("content-type", MetricsPage.CONTENT_TYPE);
            return new HttpReply(200, headers, List.of(), page.text(), false);
        } catch (IOException e) {
            return HttpReply.problem(
                    503, "unavailable", "Temporarily unavailable", "The logs cannot be read", requestId);
        }
    }
}
