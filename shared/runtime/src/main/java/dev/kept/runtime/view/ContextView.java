package dev.kept.runtime.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kept.domain.context.Compression;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.Omission;
import dev.kept.domain.search.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A context in a reply.
public record ContextView(
        String contextId,
        int version,
        String text,
        int tokens,
        int maxTokens,
        List<SectionView> sections,
        int omitted,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<OmissionView>> omittedItems,
        boolean degraded,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> reproducible,
        long tookMs,
        Instant createdAt) {
    private static final int OMISSIONS_MAX = 50;

    public record SectionView(String name, int tokens, List<ItemView> items) {}

    public record ItemView(
            Kind kind,
            String id,
            int tokens,
            double score,
            List<String> sourceTurnIds,
            List<String> mergedIds,
            boolean compressed,
            Optional<CompressionView> compression,
            String why) {}

    public record CompressionView(Compression.Strategy strategy, double loss) {
        static CompressionView of(Compression compression) {
            return new CompressionView(compression.strategy(), Math.round(compression.loss() * 1_000) / 1_000.0);
        }
    }

    /// What was recalled and does not stand in the context.
    public record OmissionView(Kind kind, String id, double score, Omission.Reason reason, Optional<String> repeats) {
        static OmissionView of(Omission omission) {
            return new OmissionView(
                    omission.kind(), omission.id(), omission.score(), omission.reason(), omission.repeats());
        }
    }

    public static ContextView of(Context context, long tookMs) {
        return of(context, Optional.empty(), tookMs);
    }

    /// @param omitted best first; more than 50 are not shown
    public static ContextView of(Context context, List<Omission> omitted, long tookMs) {
        List<OmissionView> shown =
                omitted.stream().limit(OMISSIONS_MAX).map(OmissionView::of).toList();
        return of(context, Optional.of(shown), tookMs);
    }

    /// @param same whether the same request would be given the same text now
    public ContextView reproducible(boolean same) {
        return new ContextView(
                contextId,
                version,
                text,
                tokens,
                maxTokens,
                sections,
                omitted,
                omittedItems,
                degraded,
                Optional.of(same),
                tookMs,
                createdAt);
    }

    private static ContextView of(Context context, Optional<List<OmissionView>> omitted, long tookMs) {
        return new ContextView(
                context.id().value(),
                context.version(),
                context.text(),
                context.tokens(),
                context.request().budget().maxTokens(),
                context.sections().stream().map(ContextView::section).toList(),
                context.omitted(),
                omitted,
                context.degraded(),
                Optional.empty(),
                tookMs,
                context.createdAt());
    }

    private static SectionView section(Context.Section section) {
        List<ItemView> items = section.items().stream().map(ContextView::item).toList();
        return new SectionView(section.name(), section.tokens(), items);
    }

    public static ItemView item(Context.Item item) {
        return new ItemView(
                item.kind(),
                item.id(),
                item.tokens(),
                item.score(),
                item.sourceTurnIds(),
                item.mergedIds(),
                item.isCompressed(),
                item.compression().map(CompressionView::of),
                item.why());
    }
}
