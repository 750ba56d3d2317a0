package dev.kept.application.extraction.words;

import dev.kept.domain.error.InvalidRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Whether a phrase that a user wrote can be looked for: each word is one that sentences are cut into, it begins with
/// a word, it tells sentences apart, and trying it takes no time worth mentioning. A phrase is no regular expression,
/// but gaps and missing words multiply too.
public final class PhraseCheck {
    static final int VARIANTS_MAX = 32;
    private static final int STEPS_MAX = 12;
    private static final int ALTERNATIVES_MAX = 20;
    private static final int GAPS_MAX = 2;
    private static final int OPTIONAL_MAX = 3;
    /// So many common words together are as rare as one that is not: "please never".
    private static final int COMMON_WORDS = 2;

    private static final String ANY = "_";
    private static final String GAP = "...";
    private static final Set<String> CLASSES = Set.of("@day", "@days", "@month", WordClasses.NUMBER);
    private static final Set<String> ENDS = Set.of("^", "$");

    private final String field;
    private final List<String> steps;

    private PhraseCheck(String field, String phrase) {
        this.field = field;
        this.steps = List.of(phrase.split(" ", -1));
    }

    /// @param phrase as sentences are read: in small letters, with straight quotes, single spaces
    /// @throws InvalidRequest that says what is wrong with it
    public static void check(String field, String phrase) {
        PhraseCheck check = new PhraseCheck(field, phrase);
        check.size();
        check.steps.forEach(check::step);
        check.begin();
        check.tellsApart();
    }

    private void size() {
        refuseIf(steps.size() > STEPS_MAX, "must be at most " + STEPS_MAX + " words");
        refuseIf(steps.stream().filter(GAP::equals).count() > GAPS_MAX, "must have at most " + GAPS_MAX + " gaps");
        refuseIf(
                steps.stream().filter(PhraseCheck::isOptional).count() > OPTIONAL_MAX,
                "must have at most " + OPTIONAL_MAX + " words that may be missing");
        long variants = 1;
        for (String step : steps) {
            List<String> alternatives = alternatives(step);
            refuseIf(alternatives.size() > ALTERNATIVES_MAX, "must have at most " + ALTERNATIVES_MAX + " alternatives");
            long several = alternatives.stream().filter(Phrase::isSeveral).count();
            variants *= several + (several < alternatives.size() ? 1 : 0);
            refuseIf(variants > VARIANTS_MAX, "has too many alternatives of several words");
        }
    }

    private void step(String step) {
        if (!step.equals(ANY) && !step.equals(GAP)) {
            alternatives(step).forEach(this::alternative);
        }
    }

    private void alternative(String alternative) {
        String plain = isOptional(alternative) ? alternative.substring(0, alternative.length() - 1) : alternative;
        List<String> words = Phrase.isSeveral(plain) ? List.of(plain.split("\\+", -1)) : List.of(plain);
        for (String word : words) {
            refuseIf(word.isEmpty(), "has an empty alternative");
            refuseIf(word.equals(ANY) || word.equals(GAP), "must have \"_\" and \"...\" stand alone");
            List<String> read = Words.of(word).tokens();
            boolean one = read.size() == 3 && read.get(1).equals(word);
            refuseIf(
                    !one && !CLASSES.contains(word) && !ENDS.contains(word),
                    "must have a space around each mark: sentences are read as words and marks");
        }
    }

    private void begin() {
        String first = steps.getFirst();
        boolean open = first.equals(ANY)
                || first.equals(GAP)
                || alternatives(first).stream().anyMatch(PhraseCheck::isOptional);
        refuseIf(open, "must begin with a word");
        refuseIf(steps.getLast().equals(GAP), "must not end with a gap");
        for (int i = 1; i < steps.size(); i++) {
            boolean twice = steps.get(i).equals(GAP) && steps.get(i - 1).equals(GAP);
            refuseIf(twice, "must not have two gaps in a row");
        }
    }

    private void tellsApart() {
        long common = steps.stream().filter(this::isWord).count();
        boolean rare = steps.stream().filter(this::isWord).anyMatch(PhraseCheck::isRare);
        refuseIf(!rare && common < COMMON_WORDS, "would match nearly every sentence");
    }

    private boolean isWord(String step) {
        return !step.equals(ANY)
                && !step.equals(GAP)
                && alternatives(step).stream()
                        .noneMatch(word -> isOptional(word) || ENDS.contains(word) || !hasLetter(word));
    }

    private static boolean isRare(String step) {
        return alternatives(step).stream()
                .allMatch(word -> CLASSES.contains(word)
                        ? !word.equals(WordClasses.NUMBER)
                        : Phrase.isSeveral(word) || !ContentWords.of(word).isEmpty());
    }

    private static boolean hasLetter(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isOptional(String step) {
        return step.length() > 1 && step.endsWith("?");
    }

    private static List<String> alternatives(String step) {
        return Arrays.asList(step.split("\\|", -1));
    }

    private void refuseIf(boolean wrong, String reason) {
        if (wrong) {
            throw new InvalidRequest(field, reason);
        }
    }
}
