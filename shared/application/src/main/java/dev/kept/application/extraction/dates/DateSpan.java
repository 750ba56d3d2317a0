package dev.kept.application.extraction.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/// What words for a date mean, as it is written beside them: no more exact than the words are.
///
/// @param text `2026-11-17`, `week of 2026-11-16`, `2026-10`, `2026-Q4`, `2026`
record DateSpan(String text) {
    static DateSpan day(LocalDate day) {
        return new DateSpan(day.toString());
    }

    static DateSpan around(LocalDate day) {
        return new DateSpan("around " + day);
    }

    /// From Monday on.
    static DateSpan week(LocalDate day) {
        return new DateSpan("week of " + day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /// @param day of the week that ends with it
    static DateSpan weekend(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new DateSpan("weekend of " + monday.with(DayOfWeek.SATURDAY));
    }

    static DateSpan month(YearMonth month) {
        return new DateSpan(month.toString());
    }

    static DateSpan quarter(LocalDate day) {
        return new DateSpan(day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR));
    }

    static DateSpan year(int year) {
        return new DateSpan(Integer.toString(year));
    }

    /// A winter has two years.
    static DateSpan winter(int begins) {
        return new DateSpan(begins + "/%02d".formatted((begins + 1) % 100));
    }

    /// So many days, weeks, months or years from a day: that day, or the week, month or year around it.
    static DateSpan distant(LocalDate day, ChronoUnit unit) {
        return switch (unit) {
            case WEEKS -> week(day);
            case MONTHS -> month(YearMonth.from(day));
            case YEARS -> year(day.getYear());
            default -> day(day);
        };
    }
}
