package dev.kept.application.extraction.dates;

import dev.kept.application.extraction.words.WordClasses;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.extraction.Linguistics.Token;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// A sentence as dates are read in it: its words in their places, the day on which it was said, and whether it tells of
/// one time or of how it always is.
final class TimedWords {
    private static final Set<String> ALWAYS = Set.of(
            "every",
            "each",
            "always",
            "usually",
            "typically",
            "normally",
            "whenever",
            "weekly",
            "monthly",
            "daily",
            "yearly",
            "quarterly",
            "annually",
            "annual",
            "regularly",
            "generally",
            "weekdays",
            "weekends",
            "birthday",
            "anniversary",
            "fiscal",
            "holidays");
    private static final Set<String> DENIES = Set.of(
            "no",
            "not",
            "never",
            "don't",
            "doesn't",
            "dont",
            "avoid",
            "forbidden",
            "banned",
            "mustn't",
            "shouldn't",
            "can't",
            "cannot",
            "nobody",
            "nothing",
            "only",
            "unless");

    /// Such things are once, so that "the demo is on Friday" is a day.
    private static final Set<String> ONCE = Set.of(
            "demo",
            "launch",
            "deadline",
            "interview",
            "flight",
            "exam",
            "wedding",
            "cutover",
            "cut-over",
            "go-live",
            "appointment",
            "party",
            "presentation",
            "conference",
            "fly",
            "flies",
            "hearing",
            "surgery",
            "audit",
            "kickoff",
            "kick-off");

    private final String text;
    private final LocalDate on;
    private final Linguistics linguistics;
    private final List<PlacedWord> words;
    private List<Token> tokens = List.of();

    TimedWords(String text, LocalDate on, Linguistics linguistics) {
        this.text = text;
        this.on = on;
        this.linguistics = linguistics;
        this.words = PlacedWord.of(text);
    }

    LocalDate on() {
        return on;
    }

    List<PlacedWord> words() {
        return words;
    }

    /// Without "'s"; empty outside.
    String at(int i) {
        if (i < 0 || i >= words.size()) {
            return "";
        }
        String word = words.get(i).word();
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    boolean isAny(int i, String... some) {
        return List.of(some).contains(at(i));
    }

    boolean isName(int i) {
        return words.get(i).isName();
    }

    /// How it always is, rather than how it was or will be once.
    boolean isHabit() {
        return hasAny(ALWAYS) || words.stream().anyMatch(word -> WordClasses.DAYS_REPEATED.contains(word.word()));
    }

    boolean denies() {
        return hasAny(DENIES);
    }

    boolean hasAny(Set<String> some) {
        return words.stream().anyMatch(word -> some.contains(word.word()));
    }

    long count(Set<String> some) {
        return words.stream().filter(word -> some.contains(word.word())).count();
    }

    /// What follows a word, and what stands before it.
    String after(int i) {
        return text.substring(words.get(i).end());
    }

    String before(int i) {
        return text.substring(0, words.get(i).start());
    }

    /// Of the verb before a word, or else of the first one after it.
    Tense tense(int i) {
        tokens = tokens.isEmpty() ? linguistics.tokens(text) : tokens;
        int place = words.get(i).start();
        int from = 0;
        int verb = -1;
        for (int t = 0; t < tokens.size(); t++) {
            int start = Math.max(from, text.indexOf(tokens.get(t).text(), from));
            from = Math.min(text.length(), start + tokens.get(t).text().length());
            boolean isVerb = tokens.get(t).partOfSpeech().contains("VERB")
                    || tokens.get(t).partOfSpeech().contains("AUX");
            isVerb &= !tokens.get(t).text().equalsIgnoreCase("live");
            if (isVerb && (start < place || verb < 0)) {
                verb = t;
            }
            if (start > place && verb >= 0) {
                break;
            }
        }
        Tense tense = verb < 0 ? Tense.UNKNOWN : Tense.of(tokens, verb);
        return tense == Tense.UNKNOWN && hasAny(ONCE) ? Tense.FUTURE : tense;
    }
}
