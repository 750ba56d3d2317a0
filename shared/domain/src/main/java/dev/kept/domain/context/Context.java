package dev.kept.domain.context;

import dev.kept.domain.id.ContextId;
import dev.kept.domain.search.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A context as it was built.
///
/// @param version counts the builds under one id, from 1
/// @param text what the assistant reads; never more than the budget
/// @param tokens of the text
/// @param omitted candidates that found no room
/// @param degraded true when the search index did not answer and the records were searched in process
public record Context(
        ContextId id,
        int version,
        ContextRequest request,
        String text,
        int tokens,
        List<Section> sections,
        int omitted,
        boolean degraded,
        Instant createdAt) {
    public Context {
        sections = List.copyOf(sections);
    }

    /// @param name e.g. `preferences`
    public record Section(String name, int tokens, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /// @param sourceTurnIds of the item, and of those that were merged into it
    /// @param mergedIds others that say the same, and are left out
    /// @param compression empty when its whole content stands in the text, and that of the merged ones
    public record Item(
            Kind kind,
            String id,
            int tokens,
            double score,
            List<String> sourceTurnIds,
            List<String> mergedIds,
            Optional<Compression> compression,
            String why) {
        public Item {
            sourceTurnIds = List.copyOf(sourceTurnIds);
            mergedIds = List.copyOf(mergedIds);
        }

        /// Whether less than the whole content stands in the text.
        public boolean isCompressed() {
            return compression.isPresent();
        }
    }
}
