package dev.kept.application.extraction.words;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The classes of words that phrases may name.
public final class WordClasses {
    /// Any word that starts with a digit.
    static final String NUMBER = "@number";

    /// Named days, of which one is meant.
    public static final Set<String> DAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    /// Days that come again and again.
    public static final Set<String> DAYS_REPEATED = Set.of(
            "mondays",
            "tuesdays",
            "wednesdays",
            "thursdays",
            "fridays",
            "saturdays",
            "sundays",
            "weekdays",
            "weekends");

    /// Named months, by their full names.
    public static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Map<String, Set<String>> CLASSES =
            Map.of("@day", DAYS, "@days", DAYS_REPEATED, "@month", MONTHS);

    private WordClasses() {}

    /// The class of a word, or the word itself.
    public static String classOf(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return NUMBER;
        }
        return DAYS.contains(word) ? "@day" : MONTHS.contains(word) ? "@month" : word;
    }

    static Set<String> expand(List<String> words) {
        Set<String> expanded = new TreeSet<>();
        for (String word : words) {
            boolean optional = word.length() > 1 && word.endsWith("?");
            String plain = optional ? word.substring(0, word.length() - 1) : word;
            expanded.addAll(CLASSES.getOrDefault(plain, Set.of(plain)));
            if (optional) {
                expanded.add("?");
            }
        }
        return Set.copyOf(expanded);
    }
}
