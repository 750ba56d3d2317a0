package dev.kept.application.extraction.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;

/// "Last week", "next Tuesday", "this spring", "by the end of the month". "The last week" is how long something took.
final class Periods implements DatePhrase {
    private static final Map<String, Integer> SEASONS =
            Map.of("spring", 3, "summer", 6, "autumn", 9, "fall", 9, "winter", 12);

    /// @param by how many weeks, months …: -1 for "last", 1 for "next"
    /// @param clear "this coming" and "this past" leave no doubt
    private record Shift(int by, int words, boolean clear) {}

    @Override
    public Optional<Found> at(TimedWords said, int i) {
        if (said.isAny(i, "end") && said.isAny(i + 1, "of")) {
            return end(said, i);
        }
        if (said.isAny(i, "week") && said.isAny(i + 1, "after") && said.isAny(i + 2, "next")) {
            return found(3, DateSpan.week(said.on().plusWeeks(2)));
        }
        if (said.isAny(i, "week") && said.isAny(i + 1, "before") && said.isAny(i + 2, "last")) {
            return found(3, DateSpan.week(said.on().minusWeeks(2)));
        }
        return shift(said, i).flatMap(shift -> {
            int at = i + shift.words();
            return said.isAny(at + 1, "of", "or") ? Optional.empty() : shifted(said, at, shift);
        });
    }

    private static Optional<Shift> shift(TimedWords said, int i) {
        boolean counted = said.isAny(i - 1, "the", "every", "each", "these", "those", "for");
        return switch (said.at(i) + (said.isAny(i, "this") ? " " + said.at(i + 1) : "")) {
            case "this coming" -> Optional.of(new Shift(1, 2, true));
            case "this past" -> Optional.of(new Shift(-1, 2, true));
            case "coming" -> Optional.of(new Shift(1, 1, true));
            case "last" -> counted ? Optional.empty() : Optional.of(new Shift(-1, 1, false));
            case "next" -> counted ? Optional.empty() : Optional.of(new Shift(1, 1, false));
            default -> said.isAny(i, "this") ? Optional.of(new Shift(0, 1, false)) : Optional.empty();
        };
    }

    private static Optional<Found> shifted(TimedWords said, int at, Shift shift) {
        int words = shift.words() + 1;
        DayOfWeek day = Weekdays.weekday(said, at);
        if (day != null) {
            return weekday(said, at, day, shift).flatMap(date -> found(words, DateSpan.day(date)));
        }
        if (SEASONS.containsKey(said.at(at))) {
            return season(said, at, shift).flatMap(span -> found(words, span));
        }
        Month month = DateWords.MONTHS.get(said.at(at));
        if (month != null && !(said.isAny(at, "may", "march", "mar") && !said.isName(at))) {
            return month(said, month, shift.by()).flatMap(span -> found(words, span));
        }
        return unit(said, at, shift.by(), words);
    }

    private static Optional<Found> unit(TimedWords said, int at, int by, int words) {
        LocalDate on = said.on();
        return switch (said.at(at)) {
            case "week" -> week(said, at, by, words);
            case "weekend" -> weekend(on, by).flatMap(span -> found(words, span));
            case "month" -> found(words, DateSpan.month(YearMonth.from(on).plusMonths(by)));
            case "quarter" -> found(words, DateSpan.quarter(on.withDayOfMonth(1).plusMonths(3L * by)));
            case "year" -> found(words, DateSpan.year(on.getYear() + by));
            default -> Optional.empty();
        };
    }

    /// "Next week on Tuesday".
    private static Optional<Found> week(TimedWords said, int at, int by, int words) {
        LocalDate inWeek = said.on().plusWeeks(by);
        int dayAt = said.isAny(at + 1, "on") ? at + 2 : at + 1;
        DayOfWeek day = Weekdays.weekday(said, dayAt);
        return day == null || said.isAny(dayAt, "sun", "sat", "wed")
                ? found(words, DateSpan.week(inWeek))
                : found(words + dayAt - at, DateSpan.day(inWeek.with(day)));
    }

    /// On a Saturday "next weekend" is the one after this; from Monday to Friday nobody can tell.
    private static Optional<DateSpan> weekend(LocalDate on, int by) {
        boolean during = on.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return by > 0 && !during ? Optional.empty() : Optional.of(DateSpan.weekend(on.plusWeeks(by)));
    }

    /// "Last Tuesday" is the latest one, but who means yesterday says so. "Next Friday" is in next week.
    private static Optional<LocalDate> weekday(TimedWords said, int at, DayOfWeek day, Shift shift) {
        LocalDate on = said.on();
        LocalDate before = on.with(TemporalAdjusters.previous(day));
        LocalDate after = on.with(TemporalAdjusters.next(day));
        if (shift.by() < 0) {
            return Optional.of(before)
                    .filter(it -> shift.clear() || !it.plusDays(1).equals(on));
        }
        if (shift.by() > 0) {
            return Optional.of(shift.clear() ? after : on.plusWeeks(1).with(day));
        }
        LocalDate inThisWeek = on.with(day);
        if (!inThisWeek.isBefore(on)) {
            return Optional.of(inThisWeek);
        }
        return switch (said.tense(at)) {
            case PAST -> Optional.of(inThisWeek);
            case FUTURE -> Optional.of(after);
            case UNKNOWN -> Optional.empty();
        };
    }

    /// In November nobody can tell which October was the last one, and in March which June is the next.
    private static Optional<DateSpan> month(TimedWords said, Month month, int by) {
        YearMonth now = YearMonth.from(said.on());
        YearMonth same = YearMonth.of(now.getYear(), month);
        if (by == 0) {
            return Optional.of(DateSpan.month(same));
        }
        if (by < 0) {
            YearMonth last = same.isBefore(now) ? same : same.minusYears(1);
            return Optional.of(last)
                    .filter(it -> !it.equals(now.minusMonths(1)))
                    .map(DateSpan::month);
        }
        return same.isAfter(now) ? Optional.empty() : Optional.of(DateSpan.month(same.plusYears(1)));
    }

    /// Only the year is told: half of the world has its summer in January.
    private static Optional<DateSpan> season(TimedWords said, int at, Shift shift) {
        int first = SEASONS.getOrDefault(said.at(at), 1);
        YearMonth now = YearMonth.from(said.on());
        YearMonth start = YearMonth.of(now.getYear(), first);
        boolean running = !now.isBefore(start.minusYears(1))
                && now.isBefore(start.minusYears(1).plusMonths(3));
        YearMonth latest = running || start.isAfter(now) ? start.minusYears(1) : start;
        boolean during = now.isBefore(latest.plusMonths(3));
        YearMonth meant = switch (shift.by()) {
            case -1 -> during ? latest.minusYears(1) : latest;
            case 1 -> latest.plusYears(1);
            default -> during || said.tense(at) == Tense.PAST ? latest : start;
        };
        boolean unclear = shift.by() > 0 && !shift.clear() && meant.getYear() == now.getYear();
        DateSpan span = first == 12 ? DateSpan.winter(meant.getYear()) : DateSpan.year(meant.getYear());
        return unclear ? Optional.empty() : Optional.of(span);
    }

    /// "By the end of the month".
    private static Optional<Found> end(TimedWords said, int i) {
        String lead = said.at(said.isAny(i - 1, "the") ? i - 2 : i - 1);
        int unitAt = said.isAny(i + 2, "the", "this") ? i + 3 : i + 2;
        boolean once = Weekdays.isAhead(lead) && !said.isHabit();
        return once
                ? unit(said, unitAt, 0, unitAt - i + 1).filter(_ -> !said.isAny(unitAt, "weekend"))
                : Optional.empty();
    }

    private static Optional<Found> found(int words, DateSpan span) {
        return Optional.of(new Found(words, span));
    }
}
