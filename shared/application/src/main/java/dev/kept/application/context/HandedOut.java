package dev.kept.application.context;

import dev.kept.domain.context.Context;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Measures the contexts that are handed out.
final class HandedOut {
    private final Metrics metrics;

    HandedOut(Metrics metrics) {
        this.metrics = metrics;
    }

    /// @param before the version that was handed out before it, where there is one: who asks for the same again got
    ///     something of use the first time, and what stands in both is what that was
    void measure(Context context, Optional<Context> before) {
        List<String> items = items(context);
        metrics.record(Metric.CONTEXT_TOKENS, context.tokens());
        metrics.record(Metric.CONTEXT_ITEMS, items.size());
        before.map(version -> Set.copyOf(items(version)))
                .ifPresent(
                        known -> items.forEach(item -> metrics.share(Metric.RELEVANCE, known.contains(item), "reuse")));
    }

    /// A context that was there already when a session began.
    void measurePrepared(boolean found) {
        metrics.share(Metric.CACHE_HITS, found, "warm-context");
    }

    /// The first context of a session.
    void measureStart(Context context) {
        metrics.share(Metric.SESSION_CONTINUITY, !items(context).isEmpty());
    }

    private static List<String> items(Context context) {
        return context.sections().stream()
                .flatMap(section -> section.items().stream())
                .map(item -> item.kind() + item.id())
                .collect(Collectors.toList());
    }
}
