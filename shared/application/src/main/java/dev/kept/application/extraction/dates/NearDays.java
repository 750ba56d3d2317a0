package dev.kept.application.extraction.dates;

import java.util.Map;
import java.util.Optional;

/// "Yesterday", "tomorrow", "last night", "the day before yesterday".
final class NearDays implements DatePhrase {
    private static final Map<String, Integer> DAYS = Map.of(
            "yesterday", -1, "yday", -1, "today", 0, "tonight", 0, "tomorrow", 1, "tmrw", 1, "tomorow", 1, "tmr", 1);
    private static final Map<String, Integer> BEYOND = Map.of(
            "day before yesterday",
            -2,
            "day after tomorrow",
            2,
            "last night",
            -1,
            "this morning",
            0,
            "this afternoon",
            0,
            "this evening",
            0);

    @Override
    public Optional<Found> at(TimedWords said, int i) {
        Integer days = said.isName(i) ? null : DAYS.get(said.at(i));
        if (days != null && isAnyDay(said, i)) {
            return Optional.empty();
        }
        if (days != null) {
            int words = isPartOfDay(said, i + 1) ? 2 : 1;
            return Optional.of(new Found(words, DateSpan.day(said.on().plusDays(days))));
        }
        String two = said.at(i) + " " + said.at(i + 1);
        return beyond(said, two, 2).or(() -> beyond(said, two + " " + said.at(i + 2), 3));
    }

    /// "What are we after today?", "the widget keeps yesterday's moon".
    private static boolean isAnyDay(TimedWords said, int i) {
        boolean asked = said.after(said.words().size() - 1).contains("?") && said.isAny(i, "today", "tonight");
        boolean of = said.words().get(i).word().endsWith("'s");
        return asked || (of && !said.isAny(i - 1, "since") && said.tense(i) == Tense.UNKNOWN);
    }

    private static Optional<Found> beyond(TimedWords said, String words, int count) {
        return Optional.ofNullable(BEYOND.get(words))
                .map(days -> new Found(count, DateSpan.day(said.on().plusDays(days))));
    }

    static boolean isPartOfDay(TimedWords said, int i) {
        return said.isAny(i, "morning", "noon", "afternoon", "evening", "night");
    }
}
