package dev.kept.application.extraction.dates;

import dev.kept.application.extraction.words.WordClasses;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// "Since Tuesday", "we shipped on Friday", "by Monday", "over the weekend", "Monday last week".
/// Which Friday "on Friday" means is told by the verb; "we ship on Friday" is a habit and no date.
final class Weekdays implements DatePhrase {
    private static final Set<String> AHEAD = Set.of("by", "until", "till", "starting", "effective", "from");
    private static final Set<String> EITHER = Set.of("on", "before", "after", "over", "at", "for");
    static final Map<String, Integer> RELATIVE = Map.of("last", -1, "this", 0, "next", 1);

    @Override
    public Optional<Found> at(TimedWords said, int i) {
        DayOfWeek day = weekday(said, i);
        if (day != null && RELATIVE.containsKey(said.at(i + 1)) && said.isAny(i + 2, "week")) {
            LocalDate week = said.on().plusWeeks(RELATIVE.getOrDefault(said.at(i + 1), 0));
            return Optional.of(new Found(3, DateSpan.day(week.with(day))));
        }
        boolean weekend = said.isAny(i, "weekend") && said.isAny(i - 1, "the");
        String lead = said.at(weekend ? i - 2 : i - 1);
        boolean several = said.count(WordClasses.DAYS) > 1;
        if ((day == null && !weekend) || (said.isHabit() && !lead.equals("since")) || several || said.isAny(i, "sun")) {
            return Optional.empty();
        }
        int words = NearDays.isPartOfDay(said, i + 1) ? 2 : 1;
        return direction(said, i, lead)
                .flatMap(sign -> day == null ? weekend(said.on(), sign) : day(said.on(), day, sign))
                .map(span -> new Found(words, span));
    }

    static @Nullable DayOfWeek weekday(TimedWords said, int i) {
        return DateWords.WEEKDAYS.get(said.at(i));
    }

    /// "By Friday".
    static boolean isAhead(String lead) {
        return AHEAD.contains(lead) || lead.equals("before");
    }

    /// -1 for what has been, 1 for what will be.
    private static Optional<Integer> direction(TimedWords said, int i, String lead) {
        if (lead.equals("since")) {
            return Optional.of(-1);
        }
        if (!AHEAD.contains(lead) && (!EITHER.contains(lead) || said.denies())) {
            return Optional.empty();
        }
        return switch (said.tense(i)) {
            case PAST -> AHEAD.contains(lead) || lead.equals("for") ? Optional.empty() : Optional.of(-1);
            case FUTURE -> Optional.of(1);
            case UNKNOWN -> AHEAD.contains(lead) ? Optional.of(1) : Optional.empty();
        };
    }

    /// Said on a Friday, "on Friday" may be today or a week away.
    private static Optional<DateSpan> day(LocalDate on, DayOfWeek day, int sign) {
        if (on.getDayOfWeek() == day) {
            return Optional.empty();
        }
        return Optional.of(
                DateSpan.day(on.with(sign < 0 ? TemporalAdjusters.previous(day) : TemporalAdjusters.next(day))));
    }

    private static Optional<DateSpan> weekend(LocalDate on, int sign) {
        boolean during = on.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return during ? Optional.empty() : Optional.of(DateSpan.weekend(sign < 0 ? on.minusWeeks(1) : on));
    }
}
