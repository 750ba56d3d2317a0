package dev.kept.domain.extraction;

import java.util.List;

/// What extraction did with the candidates that it found.
///
/// @param kept new memories
/// @param merged restatements of what was known
/// @param superseded older memories that a new one took the place of
/// @param quarantined set aside because of where they came from
/// @param redacted secrets replaced in the turns read
/// @param rejected not worth keeping
public record ExtractionCounts(
        int turns, int kept, int merged, int superseded, int quarantined, int redacted, int rejected) {
    public static final ExtractionCounts NONE = new ExtractionCounts(0, 0, 0, 0, 0, 0, 0);

    public static ExtractionCounts sum(List<ExtractionCounts> counts) {
        return counts.stream().reduce(NONE, ExtractionCounts::plus);
    }

    public ExtractionCounts plus(ExtractionCounts other) {
        return new ExtractionCounts(
                turns + other.turns,
                kept + other.kept,
                merged + other.merged,
                superseded + other.superseded,
                quarantined + other.quarantined,
                redacted + other.redacted,
                rejected + other.rejected);
    }
}
