package dev.kept.application.extraction.dates;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.session.Turn;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Writes the date beside words that mean one only on the day on which they are said: "we switched last Tuesday"
/// becomes "we switched last Tuesday (2026-11-17)". A memory outlives the day on which it was said.
///
/// The words stay, because people search by them and because they say how exact the date is. What is compared with
/// other statements is the text without what was added: whoever says the same a day later says the same.
public final class Dating {
    /// Of the metadata of a turn: the zone in which its speaker's days begin.
    static final String TIME_ZONE = "timeZone";

    private static final List<DatePhrase> PHRASES =
            List.of(new NearDays(), new Distances(), new Weekdays(), new Periods(), new Months());
    private static final String DATE =
            "(?:around |week of |weekend of )?(?:19|20)[0-9]{2}(?:-[0-9]{2}(?:-[0-9]{2})?|-Q[1-4]|/[0-9]{2})?";
    private static final Pattern ADDED =
            Pattern.compile("(?i)((?:day|days|noon|now|tomorow|tmrw|tmr|tomorrow|yesterday|tonight|"
                    + "morning|afternoon|evening|night|week|weekend|month|quarter|year|ago|back|last|next|spring|summer|autumn|fall|"
                    + "winter|weeks|months|years|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|"
                    + "oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|"
                    + "[a-z]{3,6}day|[0-9]{1,2}|1st|2nd|3rd|[0-9]{1,2}(?:st|nd|rd|th))(?:['\u2019]s)?) [(\\[](" + DATE
                    + ")[)\\]]");
    private static final Pattern TOLD = Pattern.compile(
            "(?i)^\\s*[,(\\[]?\\s*(?:the\\s+)?(?:" + DATE
                    + "|[0-9]{1,2}(?:st|nd|rd|th|[./-][0-9])|(?:[0-9]{1,2}\\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b)");

    private final Linguistics linguistics;

    public Dating(Linguistics linguistics) {
        this.linguistics = linguistics;
    }

    /// The day on which a turn was said, where its speaker lives if the client tells, else in UTC.
    public static LocalDate day(Turn turn) {
        return LocalDate.ofInstant(
                turn.utterance().occurredAt(), zone(turn.utterance().metadata()));
    }

    private static ZoneId zone(Map<String, Object> metadata) {
        try {
            return metadata.get(TIME_ZONE) instanceof String name ? ZoneId.of(name) : ZoneOffset.UTC;
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }

    /// @param on the day on which it was said
    public String dated(String text, LocalDate on) {
        TimedWords said = new TimedWords(text, on, linguistics);
        StringBuilder dated = new StringBuilder();
        int copied = 0;
        int i = 0;
        while (i < said.words().size()) {
            Optional<DatePhrase.Found> found = found(said, i);
            int last = i + found.map(DatePhrase.Found::words).orElse(1) - 1;
            if (found.isPresent() && !TOLD.matcher(said.after(last)).find()) {
                int end = said.words().get(last).end();
                dated.append(text, copied, end);
                dated.append(inBrackets(found.get().span(), isInParentheses(dated)));
                copied = end;
            }
            i = last + 1;
        }
        return dated.append(text, copied, text.length()).toString();
    }

    private static Optional<DatePhrase.Found> found(TimedWords said, int i) {
        return PHRASES.stream().flatMap(phrase -> phrase.at(said, i).stream()).findFirst();
    }

    private static boolean isInParentheses(StringBuilder text) {
        int open = text.lastIndexOf("(");
        boolean smiles = open > 0 && ":;".indexOf(text.charAt(open - 1)) >= 0;
        return !smiles && open > text.lastIndexOf(")");
    }

    private static String inBrackets(DateSpan span, boolean inParentheses) {
        return inParentheses ? " [" + span.text() + "]" : " (" + span.text() + ")";
    }

    /// As it was said.
    public static String undated(String text) {
        return text.indexOf("20") < 0 && text.indexOf("19") < 0
                ? text
                : ADDED.matcher(text).replaceAll("$1");
    }

    /// The dates that were added.
    public static Set<String> dates(String text) {
        Set<String> dates = new TreeSet<>();
        Matcher added = ADDED.matcher(text);
        while (added.find()) {
            dates.add(added.group(2));
        }
        return dates;
    }
}
