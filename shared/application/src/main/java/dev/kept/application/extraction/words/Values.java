package dev.kept.application.extraction.words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The values in a text, by kind: `time`, `date`, `day`, `duration`, `money`, `size`, or an amount by the unit that
/// follows it (`amount` when none does). Small numbers may be written out: "every three hours", "once a day".
public final class Values {
    /// Kind of a number without a unit; of another the unit follows it, as in `amount seat`.
    public static final String AMOUNT = "amount";
    private static final String DURATION = "duration";
    private static final Map<String, String> FAMILIES = families(
            "duration: ms millisecond s sec second min minute h hr hour day night week fortnight month quarter year",
            "money: € $ £ euro eur usd dollar gbp pound chf franc cent",
            "size: kb mb gb tb kib mib gib tib byte",
            "share: % percent");
    private static final Map<String, String> NUMBERS = numbers(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
                    + " eighteen nineteen twenty");
    private static final Set<String> EACH = Set.of("every", "each", "per");
    private static final Set<String> TIMES = Set.of("once", "twice", "times");
    private static final Set<String> CURRENCIES = Set.of("€", "$", "£");
    private static final Map<String, String> RATES = Map.of(
            "hourly",
            "hour",
            "daily",
            "day",
            "nightly",
            "night",
            "weekly",
            "week",
            "monthly",
            "month",
            "quarterly",
            "quarter",
            "yearly",
            "year",
            "annually",
            "year");
    private static final Set<String> HALVES = Set.of("am", "pm");
    private static final int DAY_LETTERS = 3;

    private Values() {}

    private static Map<String, String> families(String... lines) {
        Map<String, String> families = new HashMap<>();
        for (String line : lines) {
            String[] sides = line.split(": ", 2);
            Arrays.stream(sides[1].split(" ", -1)).forEach(unit -> families.put(unit, sides[0]));
        }
        return families;
    }

    private static Map<String, String> numbers(String inOrder) {
        Map<String, String> numbers = new HashMap<>();
        for (String word : inOrder.split(" ", -1)) {
            numbers.put(word, Integer.toString(numbers.size() + 1));
        }
        return numbers;
    }

    /// The values by their kinds; empty when a text has none.
    public static Map<String, Set<String>> in(String text) {
        Map<String, Set<String>> values = new HashMap<>();
        List<String> tokens = Words.of(text).tokens();
        List<String> words = tokens.subList(0, tokens.size() - 1);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (WordClasses.DAYS.contains(word) || WordClasses.DAYS_REPEATED.contains(word)) {
                add(values, "day", word.substring(0, DAY_LETTERS));
            } else if (WordClasses.MONTHS.contains(word)) {
                addDate(values, words, i);
            } else if (Character.isDigit(word.charAt(0))) {
                addNumber(values, words, i);
            } else {
                addWrittenOut(values, words, i);
            }
        }
        return values;
    }

    /// "three hours", "twelve seats", "every hour", "weekly".
    private static void addWrittenOut(Map<String, Set<String>> values, List<String> words, int at) {
        String word = words.get(at);
        String unit = at + 1 < words.size() ? singular(words.get(at + 1)) : "";
        String number = NUMBERS.getOrDefault(word, isEach(words, at) ? "1" : "");
        if (RATES.containsKey(word)) {
            add(values, DURATION, "1 " + RATES.get(word));
        } else if (!number.isEmpty() && FAMILIES.containsKey(unit)) {
            addAmount(values, number, unit);
        } else if (NUMBERS.containsKey(word) && !ContentWords.of(unit).isEmpty()) {
            add(values, AMOUNT + " " + unit, number);
        }
    }

    /// "every hour", "twice a day", but not "a day later".
    private static boolean isEach(List<String> words, int at) {
        boolean article = words.get(at).equals("a") || words.get(at).equals("an");
        return EACH.contains(words.get(at)) || (article && TIMES.contains(words.get(at - 1)));
    }

    private static void addDate(Map<String, Set<String>> values, List<String> words, int month) {
        boolean of = words.get(month - 1).equals("of") && month > 1;
        String before = words.get(of ? month - 2 : month - 1);
        String after = month + 1 < words.size() ? words.get(month + 1) : "";
        String day = Character.isDigit(before.charAt(0)) ? before : isDigit(after) ? after : "";
        if (!day.isEmpty() || !words.get(month).equals("may")) {
            add(values, "date", words.get(month) + " " + day.replaceAll("[a-z]", ""));
        }
    }

    private static boolean isDigit(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    private static void addNumber(Map<String, Set<String>> values, List<String> words, int at) {
        if (isDayOfMonth(words, at)) {
            return;
        }
        String word = words.get(at);
        String next = at + 1 < words.size() ? words.get(at + 1) : "";
        int end = 0;
        while (end < word.length() && !Character.isLetter(word.charAt(end))) {
            end++;
        }
        String number = word.substring(0, end);
        String suffix = word.substring(end);
        if (word.indexOf(':') > 0 || HALVES.contains(suffix) || HALVES.contains(next)) {
            add(values, "time", number + (suffix.isEmpty() && HALVES.contains(next) ? next : suffix));
        } else {
            String before = words.get(at - 1);
            String unit = suffix.isEmpty() ? unit(next) : singular(suffix);
            addAmount(values, number, CURRENCIES.contains(before) ? before : unit);
        }
    }

    private static void addAmount(Map<String, Set<String>> values, String number, String unit) {
        if (FAMILIES.containsKey(unit)) {
            add(values, FAMILIES.get(unit), number + " " + unit);
        } else {
            add(values, unit.isEmpty() ? AMOUNT : AMOUNT + " " + unit, number);
        }
    }

    private static boolean isDayOfMonth(List<String> words, int at) {
        return isMonth(words, at - 1)
                || isMonth(words, at + 1)
                || (at + 1 < words.size() && words.get(at + 1).equals("of") && isMonth(words, at + 2));
    }

    private static boolean isMonth(List<String> words, int at) {
        return at < words.size() && WordClasses.MONTHS.contains(words.get(at));
    }

    /// A unit follows its number: `90 seconds`, `12 %`.
    private static String unit(String next) {
        boolean word = !next.isEmpty() && (Character.isLetter(next.charAt(0)) || "%€$°".contains(next));
        return word ? singular(next) : "";
    }

    private static String singular(String word) {
        boolean several = word.length() > 2 && word.endsWith("s") && !word.endsWith("ss");
        return several ? word.substring(0, word.length() - 1) : word;
    }

    private static void add(Map<String, Set<String>> values, String kind, String value) {
        values.computeIfAbsent(kind, _ -> new HashSet<>()).add(value);
    }
}
