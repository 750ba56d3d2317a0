package dev.kept.application.context;

import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.session.Role;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// A session as a whole counts as what was said in it.
    Kind kind() {
        return item().map(SearchRecord::kind).orElse(Kind.TURN);
    }

    /// Whether it stands under the day on which it was said.
    boolean isByDay() {
        return section.isByDay() && isTurn();
    }

    /// The day, in UTC.
    String day() {
        return subject.day();
    }

    /// Whether its lines must stay lines.
    boolean isBlock() {
        return item().flatMap(SearchRecord::type).orElse(MemoryType.FACT) == MemoryType.CODE
                && subject.content().strip().contains("\n");
    }

    /// Who said it, on one line.
    String speaker() {
        return item().flatMap(SearchRecord::speaker)
                .map(RecalledText::line)
                .filter(name -> !name.isEmpty())
                .or(() -> item().flatMap(SearchRecord::role).map(Role::name).map(name -> name.toLowerCase(Locale.ROOT)))
                .orElse("someone");
    }

    /// Where a part of a document stands, on one line: its title and the innermost heading.
    String place() {
        return item().flatMap(SearchRecord::source)
                .map(source -> Stream.concat(
                                Stream.of(source.title()),
                                source.headings().stream()
                                        .skip(Math.max(0, source.headings().size() - 1)))
                        .distinct()
                        .collect(Collectors.joining(", ")))
                .map(RecalledText::line)
                .orElse("document");
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
