package dev.kept.application.search;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The period that a question names: "in May 2023", "on 8 June", "yesterday", "last week", "three days ago".
///
/// A month without a year is that month of any year: people ask about the last one that they remember. Only English is
/// read. "may" counts as a month only when it is written like one.
final class AskedPeriod {
    private static final String MONTHS = "January|February|March|April|May|June|July|August|September|October"
            + "|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";

    /// `8 May 2023`, `May 8th, 2023`, `May 2023`, `May`.
    private static final Pattern DATE =
            Pattern.compile("\\b(?:(?<before>\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?" + "(?<month>" + MONTHS
                    + ")\\b\\.?(?: (?<after>\\d{1,2})(?:st|nd|rd|th)?\\b(?!:))?(?:,? (?<year>(?:19|20)\\d\\d)\\b)?");
    private static final Pattern ISO = Pattern.compile("\\b(?:19|20)\\d\\d-\\d\\d(?:-\\d\\d)?\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(?:in|of|during|since) ((?:19|20)\\d\\d)\\b");
    private static final Pattern DAY = Pattern.compile("\\b(today|yesterday|day before yesterday)\\b");
    private static final Pattern NAMED = Pattern.compile("\\b(this|last|past) (week|month|year)\\b");
    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(?:last|on|this) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b");
    private static final Pattern AGO = Pattern.compile(
            "\\b(a|an|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,3}) (day|week|month|year)s? ago\\b");
    private static final List<String> NUMBERS =
            List.of("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private final LocalDate today;
    private final List<Predicate<LocalDate>> periods = new ArrayList<>();

    private AskedPeriod(LocalDate today) {
        this.today = today;
    }

    /// @param now tells what "yesterday" is; in UTC
    static AskedPeriod in(String question, Instant now) {
        AskedPeriod asked = new AskedPeriod(LocalDate.ofInstant(now, ZoneOffset.UTC));
        asked.readDates(question);
        asked.readRelative(question.toLowerCase(Locale.ENGLISH));
        return asked;
    }

    /// Whether the question names a period, and the instant lies in it.
    boolean holds(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return periods.stream().anyMatch(period -> period.test(day));
    }

    private void readDates(String question) {
        DATE.matcher(question).results().forEach(this::addDate);
        ISO.matcher(question)
                .results()
                .forEach(found -> periods.add(day -> day.toString().startsWith(found.group())));
        if (periods.isEmpty()) {
            YEAR.matcher(question).results().forEach(found -> addYear(Integer.parseInt(found.group(1))));
        }
    }

    private void addDate(MatchResult found) {
        Month month = month(found.group("month"));
        Predicate<LocalDate> period = day -> day.getMonth() == month;
        if (found.group("year") != null) {
            int year = Integer.parseInt(found.group("year"));
            period = period.and(day -> day.getYear() == year);
        }
        String dayOfMonth = found.group("before") == null ? found.group("after") : found.group("before");
        periods.add(dayOfMonth == null ? period : period.and(around(month, Integer.parseInt(dayOfMonth))));
    }

    private void addYear(int year) {
        periods.add(day -> day.getYear() == year);
    }

    /// What happened on a day is told on that day or in the week after it.
    private static Predicate<LocalDate> around(Month month, int dayOfMonth) {
        try {
            MonthDay named = MonthDay.of(month, dayOfMonth);
            return day -> !day.isBefore(named.atYear(day.getYear()))
                    && day.isBefore(named.atYear(day.getYear()).plusWeeks(1));
        } catch (DateTimeException _) {
            return _ -> true;
        }
    }

    private void readRelative(String question) {
        DAY.matcher(question).results().forEach(found -> addDay(found.group(1)));
        NAMED.matcher(question).results().forEach(found -> addNamed(found.group(1), found.group(2)));
        WEEKDAY.matcher(question).results().forEach(found -> addWeekday(found.group(1)));
        AGO.matcher(question).results().forEach(found -> addAgo(number(found.group(1)), found.group(2)));
    }

    private void addDay(String name) {
        LocalDate named = today.minusDays(
                switch (name) {
                    case "today" -> 0;
                    case "yesterday" -> 1;
                    default -> 2;
                });
        periods.add(named::equals);
    }

    private void addNamed(String which, String unit) {
        LocalDate of = which.equals("this") ? today : before(1, unit);
        switch (unit) {
            case "week" -> addFrom(of.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 7);
            case "month" -> periods.add(day -> day.getYear() == of.getYear() && day.getMonth() == of.getMonth());
            default -> addYear(of.getYear());
        }
    }

    private void addWeekday(String name) {
        LocalDate named = today.with(TemporalAdjusters.previous(DayOfWeek.valueOf(name.toUpperCase(Locale.ENGLISH))));
        periods.add(named::equals);
    }

    /// "Two weeks ago" is not meant to the day.
    private void addAgo(int count, String unit) {
        LocalDate named = before(count, unit);
        int tolerance = switch (unit) {
            case "day" -> 0;
            case "week" -> 3;
            case "month" -> 15;
            default -> 180;
        };
        addFrom(named.minusDays(tolerance), 2 * tolerance + 1);
    }

    private void addFrom(LocalDate first, int days) {
        periods.add(day -> !day.isBefore(first) && day.isBefore(first.plusDays(days)));
    }

    private LocalDate before(int count, String unit) {
        return switch (unit) {
            case "day" -> today.minusDays(count);
            case "week" -> today.minusWeeks(count);
            case "month" -> today.minusMonths(count);
            default -> today.minusYears(count);
        };
    }

    private static int number(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Integer.parseInt(word);
        }
        return Math.max(1, NUMBERS.indexOf(word));
    }

    private static Month month(String name) {
        String start = name.substring(0, 3).toUpperCase(Locale.ENGLISH);
        for (Month month : Month.values()) {
            if (month.name().startsWith(start)) {
                return month;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
