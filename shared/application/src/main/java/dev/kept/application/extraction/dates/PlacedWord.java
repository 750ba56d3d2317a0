package dev.kept.application.extraction.dates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word of a text and where it stands. What stands between backticks is no word.
///
/// @param word in lower case
/// @param isName written with a capital letter, though no sentence begins with it
record PlacedWord(String word, int start, int end, boolean isName) {
    private static final Pattern WORD =
            Pattern.compile("`[^`]*+(?:`|$)|[\\p{L}\\p{N}_]++(?:[-./_+#&@':\u2019][\\p{L}\\p{N}_]++)*+");
    private static final String ENDS_SENTENCE = ".!?:;\u2014\n";

    static List<PlacedWord> of(String text) {
        List<PlacedWord> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (text.charAt(matcher.start()) != '`') {
                words.add(of(text, matcher.start(), matcher.end()));
            }
        }
        return List.copyOf(words);
    }

    private static PlacedWord of(String text, int start, int end) {
        String word = text.substring(start, end).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        boolean isName = Character.isUpperCase(text.charAt(start)) && !startsSentence(text, start);
        return new PlacedWord(word, start, end, isName);
    }

    private static boolean startsSentence(String text, int start) {
        int before = start - 1;
        while (before >= 0 && " \t\"'(".indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return before < 0 || ENDS_SENTENCE.indexOf(text.charAt(before)) >= 0;
    }
}
