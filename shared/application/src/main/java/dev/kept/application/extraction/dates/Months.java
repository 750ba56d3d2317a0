package dev.kept.application.extraction.dates;

import static java.util.Comparator.naturalOrder;

import com.google.re2j.Pattern;
import dev.kept.application.extraction.words.WordClasses;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// "March 17", "since October", "until the end of May": months and days without their year.
final class Months implements DatePhrase {
    private static final Set<String> AHEAD = Set.of("until", "till", "by", "through", "before", "from", "due");
    private static final Set<String> EITHER = Set.of("in", "after", "during", "early", "late", "mid");
    private static final Set<String> PART = Set.of("end", "beginning", "start", "middle");
    private static final Set<String> PEOPLE = Set.of("april", "may", "june", "jan", "august");
    private static final Set<String> AFTER_A_MONTH = Set.of(
            "", "we", "i", "it", "the", "and", "but", "so", "this", "our", "at", "for", "to", "because", "when", "on");

    /// "They offered us May 3" may be about what comes.
    private static final int CLEAR_DAYS = 165;

    private static final Pattern RANGE_GOES_ON = Pattern.compile("^\\s*[-\u2013\u2014]\\s*[\\p{L}\\p{N}]");
    private static final Pattern RANGE_BEGAN = Pattern.compile("[0-9\\p{L}]\\s*[-\u2013]\\s*$");
    private static final Pattern YEAR = Pattern.compile("^,?\\s+(?:(?:19|20)[0-9]{2}|['\u2019][0-9]{2})\\b");

    /// A day of a month where it stands.
    private record Day(MonthInText month, int day, int first, int last) {}

    private record MonthInText(Month month, int at) {}

    @Override
    public Optional<Found> at(TimedWords said, int i) {
        String word = said.at(i).startsWith("mid-") ? said.at(i).substring(4) : said.at(i);
        Month month = DateWords.MONTHS.get(word);
        if (month == null) {
            return Optional.empty();
        }
        Optional<Day> day = day(said, new MonthInText(month, i));
        return day.isPresent() ? ofDay(said, day.get()) : ofMonth(said, i, month);
    }

    private static Optional<Day> day(TimedWords said, MonthInText month) {
        int i = month.at();
        Optional<Integer> after = DateWords.dayOfMonth(said.at(i + 1));
        if (after.isPresent()) {
            return Optional.of(new Day(month, after.get(), i, i + 1));
        }
        int before = said.isAny(i - 1, "of") ? i - 2 : i - 1;
        return DateWords.dayOfMonth(said.at(before)).map(day -> new Day(month, day, before, i));
    }

    private static Optional<Found> ofDay(TimedWords said, Day day) {
        boolean range = RANGE_GOES_ON.matcher(said.after(day.last())).find()
                || RANGE_BEGAN.matcher(said.before(day.first())).find()
                || said.isAny(day.first() - 1, "to", "between")
                || said.isAny(day.last() + 1, "to", "until", "through", "and");
        boolean verb = said.isAny(day.month().at(), "may")
                && !said.isName(day.month().at())
                && day.first() == day.month().at();
        if (range
                || verb
                || isHabit(said, day)
                || YEAR.matcher(said.after(day.last())).find()) {
            return Optional.empty();
        }
        return date(said, day).map(date -> new Found(day.last() - day.month().at() + 1, DateSpan.day(date)));
    }

    private static boolean isHabit(TimedWords said, Day day) {
        boolean since = said.isAny(day.first() - 1, "since");
        return !since && (said.isHabit() || said.count(WordClasses.MONTHS) > 1);
    }

    /// The latest one, of what has been; of what is to come people say the day as it is.
    private static Optional<LocalDate> date(TimedWords said, Day day) {
        int before = day.first() - 1;
        String lead = said.at(said.isAny(before, "the") ? before - 1 : before);
        Optional<LocalDate> past =
                dates(said, day).filter(date -> !date.isAfter(said.on())).max(naturalOrder());
        if (lead.equals("since") || (lead.equals("of") && said.isAny(before - 1, "as"))) {
            return past;
        }
        boolean told = !Weekdays.isAhead(lead) && said.tense(day.month().at()) == Tense.PAST;
        return past.filter(date -> told && ChronoUnit.DAYS.between(date, said.on()) <= CLEAR_DAYS);
    }

    private static Stream<LocalDate> dates(TimedWords said, Day day) {
        return IntStream.rangeClosed(-1, 1)
                .mapToObj(years ->
                        YearMonth.of(said.on().getYear() + years, day.month().month()))
                .filter(month -> month.isValidDay(day.day()))
                .map(month -> month.atDay(day.day()));
    }

    private static Optional<Found> ofMonth(TimedWords said, int i, Month month) {
        boolean part = said.isAny(i - 1, "of") && PART.contains(said.at(i - 2));
        String lead = part ? leadOfPart(said, i - 3) : said.at(i).startsWith("mid-") ? "mid" : said.at(i - 1);
        boolean dated =
                !said.at(i + 1).isEmpty() && Character.isDigit(said.at(i + 1).charAt(0));
        boolean person = PEOPLE.contains(said.at(i)) && !AFTER_A_MONTH.contains(said.at(i + 1)) && !lead.equals("in");
        boolean several = said.count(WordClasses.MONTHS) > 1 && !lead.equals("since");
        boolean verb = said.isAny(i, "may", "march")
                && !said.isName(i)
                && !Set.of("in", "since", "until", "of").contains(lead);
        if (dated || several || person || verb || (said.isHabit() && !lead.equals("since"))) {
            return Optional.empty();
        }
        return month(said, i, month, lead).map(span -> new Found(1, DateSpan.month(span)));
    }

    private static String leadOfPart(TimedWords said, int i) {
        String lead = said.at(said.isAny(i, "the") ? i - 1 : i);
        return AHEAD.contains(lead) || lead.equals("since") ? lead : "in";
    }

    private static Optional<YearMonth> month(TimedWords said, int i, Month month, String lead) {
        YearMonth now = YearMonth.from(said.on());
        YearMonth same = YearMonth.of(now.getYear(), month);
        Optional<YearMonth> latest = Optional.of(same.isAfter(now) ? same.minusYears(1) : same);
        Optional<YearMonth> coming = Optional.of(same.isBefore(now) ? same.plusYears(1) : same);
        if (lead.equals("since")) {
            return latest;
        }
        if (!AHEAD.contains(lead) && (!EITHER.contains(lead) || said.denies())) {
            return Optional.empty();
        }
        return switch (said.tense(i)) {
            case PAST -> AHEAD.contains(lead) ? Optional.empty() : latest;
            case FUTURE -> coming;
            case UNKNOWN -> AHEAD.contains(lead) ? coming : Optional.empty();
        };
    }
}
