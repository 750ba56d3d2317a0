package dev.kept.application.context;

import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;
import java.util.Comparator;
import java.util.Optional;

/// Something that may stand in a context.
///
/// @param value what it is worth to the reader, above 0; 1 is a lot
/// @param why it is a candidate, for people
record Candidate(SectionName section, Subject subject, double value, String why) {
    static final Comparator<Candidate> IMPORTANT_FIRST = Comparator.comparing(Candidate::isPinned)
            .thenComparingDouble(Candidate::importance)
            .thenComparing(candidate -> candidate.subject().at())
            .reversed()
            .thenComparing(candidate -> candidate.subject().id());
    static final Comparator<Candidate> OLDEST_FIRST = Comparator.comparing(Candidate::isNote)
            .reversed()
            .thenComparing(candidate -> candidate.subject().at())
            .thenComparing(candidate -> candidate.subject().id());

    Optional<SearchRecord> item() {
        return switch (subject) {
            case Subject.Recalled recalled -> Optional.of(recalled.item());
            case Subject.Note _ -> Optional.empty();
        };
    }

    boolean isTurn() {
        return item().filter(item -> item.kind() == Kind.TURN).isPresent();
    }

    private boolean isNote() {
        return item().isEmpty();
    }

    private boolean isPinned() {
        return item().map(SearchRecord::pinned).orElse(false);
    }

    private double importance() {
        return item().map(SearchRecord::importance).orElse(1.0);
    }
}
