package dev.kept.application.context;

import dev.kept.domain.context.Compression;
import java.util.List;
import java.util.Optional;

/// A candidate that has its place in the context, as it is worded there.
///
/// @param merged others that say the same, and are left out for it
record Chosen(Candidate candidate, Passage passage, List<Merged> merged) {
    Chosen {
        merged = List.copyOf(merged);
    }

    /// @param loss the share of its words that the other does not have
    record Merged(Candidate candidate, double loss) {}

    /// What is not in the text: of the item itself, else of those that were merged into it.
    Optional<Compression> compression() {
        Optional<Compression> worst = merged.stream()
                .map(Merged::loss)
                .max(Double::compare)
                .map(loss -> new Compression(Compression.Strategy.MERGE, loss));
        return passage.form().compression().or(() -> worst);
    }
}
