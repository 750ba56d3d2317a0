package dev.kept.domain.context;

/// What was done to an item to save room, and what it cost.
///
/// @param loss the share of the item's characters that the reader does not see, 0 to 1
public record Compression(Strategy strategy, double loss) {
    public Compression {
        if (!(loss >= 0 && loss <= 1)) {
            throw new IllegalArgumentException("a loss is a share");
        }
    }

    public enum Strategy {
        /// The memory's own summary in place of its content.
        SUMMARY,
        /// The sentences that matter.
        EXTRACT,
        /// The beginning.
        CUT,
        /// A model's summary.
        MODEL,
        /// Others that say the same are left out; the item carries their sources.
        MERGE
    }
}
