package dev.kept.runtime.view;

import dev.kept.domain.context.Context;
import dev.kept.domain.search.Kind;
import java.time.Instant;
import java.util.List;

/// A context in a reply.
public record ContextView(
        String contextId,
        int version,
        String text,
        int tokens,
        int maxTokens,
        List<SectionView> sections,
        int omitted,
        boolean degraded,
        long tookMs,
        Instant createdAt) {
    public record SectionView(String name, int tokens, List<ItemView> items) {}

    public record ItemView(
            Kind kind,
            String id,
            int tokens,
            double score,
            List<String> sourceTurnIds,
            boolean compressed,
            String why) {}

    public static ContextView of(Context context, long tookMs) {
        return new ContextView(
                context.id().value(),
                context.version(),
                context.text(),
                context.tokens(),
                context.request().budget().maxTokens(),
                context.sections().stream().map(ContextView::section).toList(),
                context.omitted(),
                context.degraded(),
                tookMs,
                context.createdAt());
    }

    private static SectionView section(Context.Section section) {
        List<ItemView> items = section.items().stream()
                .map(item -> new ItemView(
                        item.kind(),
                        item.id(),
                        item.tokens(),
                        item.score(),
                        item.sourceTurnIds(),
                        item.compressed(),
                        item.why()))
                .toList();
        return new SectionView(section.name(), section.tokens(), items);
    }
}
