package dev.kept.application.extraction.dates;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The words that people tell dates by.
final class DateWords {
    static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    static final Map<String, Month> MONTHS = new HashMap<>();
    static final Map<String, ChronoUnit> UNITS = new HashMap<>();
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("couple", 2));

    static {
        for (DayOfWeek day : DayOfWeek.values()) {
            WEEKDAYS.put(lower(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)), day);
            WEEKDAYS.put(lower(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)), day);
        }
        WEEKDAYS.put("tues", DayOfWeek.TUESDAY);
        WEEKDAYS.put("thur", DayOfWeek.THURSDAY);
        WEEKDAYS.put("thurs", DayOfWeek.THURSDAY);
        for (Month month : Month.values()) {
            MONTHS.put(lower(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)), month);
            MONTHS.put(lower(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)), month);
        }
        MONTHS.put("sept", Month.SEPTEMBER);
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS)) {
            String plural = lower(unit.name());
            UNITS.put(plural, unit);
            UNITS.put(plural.substring(0, plural.length() - 1), unit);
        }
    }

    private DateWords() {}

    static Optional<Integer> amount(String word) {
        return word.matches("[0-9]{1,3}") ? Optional.of(Integer.valueOf(word)) : Optional.ofNullable(NUMBERS.get(word));
    }

    /// `17`, `17th`.
    static Optional<Integer> dayOfMonth(String word) {
        String digits = word.replaceAll("(st|nd|rd|th)$", "");
        return digits.matches("[0-9]{1,2}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
