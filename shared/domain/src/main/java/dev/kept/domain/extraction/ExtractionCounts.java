package dev.kept.domain.extraction;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What extraction did with the turns that it read and the candidates that it found.
///
/// @param kept new memories
/// @param merged restatements of what was known
/// @param superseded older memories that a new one took the place of
/// @param quarantined set aside because of where they came from
/// @param redacted secrets replaced in the turns read
/// @param rejected not worth keeping
/// @param rejectedBy the same by reason; of a run before reasons were counted, empty
/// @param forgotten said before, and forgotten since by the user
/// @param passedOver turns that could not be read
/// @param skipped turns that are not to be extracted: by their own word, or because extraction is off in the project
/// @param unchanged found again as they were, when a session is read again
/// @param reworded found again in other words
/// @param removed found before and not again
public record ExtractionCounts(
        int turns,
        int kept,
        int merged,
        int superseded,
        int quarantined,
        int redacted,
        int rejected,
        SortedMap<String, Integer> rejectedBy,
        int forgotten,
        int passedOver,
        int skipped,
        int unchanged,
        int reworded,
        int removed) {
    public static final ExtractionCounts NONE = new ExtractionCounts(0, 0, 0, 0, 0, 0, 0);

    public ExtractionCounts {
        rejectedBy = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedBy));
    }

    /// What is counted in every run.
    public ExtractionCounts(
            int turns, int kept, int merged, int superseded, int quarantined, int redacted, int rejected) {
        this(
                turns,
                kept,
                merged,
                superseded,
                quarantined,
                redacted,
                rejected,
                Collections.emptySortedMap(),
                0,
                0,
                0,
                0,
                0,
                0);
    }

    /// A turn whose candidates were rejected for these reasons.
    public static ExtractionCounts ofTurn(int quarantined, int redacted, List<String> reasons) {
        SortedMap<String, Integer> by = new TreeMap<>();
        reasons.forEach(reason -> by.merge(reason, 1, Integer::sum));
        return new ExtractionCounts(1, 0, 0, 0, quarantined, redacted, reasons.size(), by, 0, 0, 0, 0, 0, 0);
    }

    /// Of a turn that is counted already.
    public static ExtractionCounts ofRejected(String reason) {
        return ofTurn(0, 0, List.of(reason)).plus(new ExtractionCounts(-1, 0, 0, 0, 0, 0, 0));
    }

    public static ExtractionCounts ofForgotten() {
        return rare(1, 0, 0, 0, 0, 0);
    }

    /// A turn that cannot be read.
    public static ExtractionCounts ofPassedOver() {
        return new ExtractionCounts(1, 0, 0, 0, 0, 0, 0).plus(rare(0, 1, 0, 0, 0, 0));
    }

    /// Of a turn that is counted already.
    public static ExtractionCounts ofSkipped() {
        return rare(0, 0, 1, 0, 0, 0);
    }

    public static ExtractionCounts ofUnchanged() {
        return rare(0, 0, 0, 1, 0, 0);
    }

    public static ExtractionCounts ofReworded() {
        return rare(0, 0, 0, 0, 1, 0);
    }

    public static ExtractionCounts ofRemoved() {
        return rare(0, 0, 0, 0, 0, 1);
    }

    private static ExtractionCounts rare(
            int forgotten, int passedOver, int skipped, int unchanged, int reworded, int removed) {
        return new ExtractionCounts(
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Collections.emptySortedMap(),
                forgotten,
                passedOver,
                skipped,
                unchanged,
                reworded,
                removed);
    }

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
                rejected + other.rejected,
                sum(rejectedBy, other.rejectedBy),
                forgotten + other.forgotten,
                passedOver + other.passedOver,
                skipped + other.skipped,
                unchanged + other.unchanged,
                reworded + other.reworded,
                removed + other.removed);
    }

    private static SortedMap<String, Integer> sum(Map<String, Integer> some, Map<String, Integer> more) {
        SortedMap<String, Integer> sum = new TreeMap<>(some);
        more.forEach((reason, count) -> sum.merge(reason, count, Integer::sum));
        return sum;
    }
}
