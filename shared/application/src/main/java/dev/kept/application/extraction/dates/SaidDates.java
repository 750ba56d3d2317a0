package dev.kept.application.extraction.dates;

import dev.kept.application.extraction.words.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The days that a text may mean by words: "yesterday", "last Tuesday", "in two weeks", "March 17". All readings of a
/// word count, because this only tells whether a date that somebody else worked out can have been meant.
public final class SaidDates {
    private static final Map<String, Integer> DAYS =
            Map.of("today", 0, "tonight", 0, "now", 0, "yesterday", -1, "tomorrow", 1, "morning", 0);

    private record Span(LocalDate from, LocalDate to) {
        boolean touches(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && !to.isBefore(first);
        }

        boolean isWithinAWeek() {
            return ChronoUnit.DAYS.between(from, to) < 7;
        }
    }

    private final List<Span> spans = new ArrayList<>();

    /// @param on the day on which it was said
    public void add(String text, LocalDate on) {
        List<String> words = Words.of(text).tokens();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Optional.ofNullable(DAYS.get(word)).ifPresent(days -> day(on.plusDays(days)));
            Optional.ofNullable(DateWords.WEEKDAYS.get(singular(word))).ifPresent(weekday -> addWeekday(weekday, on));
            addMonth(words, i, on);
            addUnit(words, i, on);
        }
    }

    /// @param date `2026-03-17`, `2026-03` or `2026`
    public boolean explain(String date) {
        try {
            return switch (date.length()) {
                case 10 -> {
                    LocalDate day = LocalDate.parse(date);
                    yield spans.stream().anyMatch(span -> span.isWithinAWeek() && span.touches(day, day));
                }
                case 7 -> {
                    YearMonth month = YearMonth.parse(date);
                    yield touch(month.atDay(1), month.atEndOfMonth());
                }
                case 4 -> {
                    LocalDate first = LocalDate.of(Integer.parseInt(date), 1, 1);
                    yield touch(first, first.with(TemporalAdjusters.lastDayOfYear()));
                }
                default -> false;
            };
        } catch (DateTimeParseException | NumberFormatException _) {
            return false;
        }
    }

    private boolean touch(LocalDate first, LocalDate last) {
        return spans.stream().anyMatch(span -> span.touches(first, last));
    }

    private void day(LocalDate day) {
        spans.add(new Span(day, day));
    }

    private void addWeekday(DayOfWeek weekday, LocalDate on) {
        LocalDate before = on.with(TemporalAdjusters.previous(weekday));
        LocalDate after = on.with(TemporalAdjusters.next(weekday));
        List.of(before.minusWeeks(1), before, on.with(TemporalAdjusters.nextOrSame(weekday)), after, after.plusWeeks(1))
                .forEach(this::day);
    }

    /// A month with a day beside it, or the whole month; of the year before, this or the next.
    private void addMonth(List<String> words, int at, LocalDate on) {
        Month month = DateWords.MONTHS.get(words.get(at));
        if (month == null) {
            return;
        }
        Optional<Integer> day = dayOfMonth(words, at + 1).or(() -> dayOfMonth(words, at - 1));
        for (int year = on.getYear() - 1; year <= on.getYear() + 1; year++) {
            YearMonth whole = YearMonth.of(year, month);
            if (day.isPresent() && whole.isValidDay(day.get())) {
                day(whole.atDay(day.get()));
            } else {
                spans.add(new Span(whole.atDay(1), whole.atEndOfMonth()));
            }
        }
    }

    private static Optional<Integer> dayOfMonth(List<String> words, int at) {
        return at >= 0 && at < words.size() ? DateWords.dayOfMonth(words.get(at)) : Optional.empty();
    }

    /// "two weeks ago", "in 3 days", "last month", "this week", "next year".
    private void addUnit(List<String> words, int at, LocalDate on) {
        ChronoUnit unit = DateWords.UNITS.get(words.get(at));
        if (unit == null || at == 0) {
            return;
        }
        String before = words.get(at - 1);
        switch (before) {
            case "last", "past", "previous" -> whole(unit, on.minus(1, unit));
            case "this", "current" -> whole(unit, on);
            case "next", "coming" -> whole(unit, on.plus(1, unit));
            default ->
                DateWords.amount(before).ifPresent(amount -> {
                    around(unit, on.minus(amount, unit));
                    around(unit, on.plus(amount, unit));
                });
        }
    }

    /// "Two months ago" is that month rather than that day.
    private void around(ChronoUnit unit, LocalDate day) {
        day(day);
        if (unit == ChronoUnit.MONTHS || unit == ChronoUnit.YEARS) {
            whole(unit, day);
        }
    }

    private void whole(ChronoUnit unit, LocalDate day) {
        spans.add(
                switch (unit) {
                    case WEEKS -> {
                        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                        yield new Span(monday, monday.plusDays(6));
                    }
                    case MONTHS -> new Span(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
                    case YEARS -> new Span(day.withDayOfYear(1), day.with(TemporalAdjusters.lastDayOfYear()));
                    default -> new Span(day, day);
                });
    }

    private static String singular(String word) {
        String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        return plain.endsWith("s") && !DateWords.WEEKDAYS.containsKey(plain)
                ? plain.substring(0, plain.length() - 1)
                : plain;
    }
}
