package dev.kept.application.extraction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The values in a text, by kind: `time`, `date`, `day`, or an amount by the unit that follows it (`amount` when none
/// does).
final class Values {
    static final String AMOUNT = "amount";
    private static final Set<String> HALVES = Set.of("am", "pm");
    private static final int DAY_LETTERS = 3;

    private Values() {}

    static Map<String, Set<String>> in(String text) {
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
            }
        }
        return values;
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
            String unit = suffix.isEmpty() ? unit(next) : suffix;
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
        return word ? ContentWords.stem(next) : "";
    }

    private static void add(Map<String, Set<String>> values, String kind, String value) {
        values.computeIfAbsent(kind, _ -> new HashSet<>()).add(value);
    }
}
