package dev.kept.application.extraction.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A sequence of words to look for, as the rule files write it: words apart by spaces, `a|b` for
/// either, `_` for any word, `...` for up to four words, `word?` for a word that may be missing,
/// `@day`, `@month` and `@number` for classes, `^` and `$` for the ends of the sentence, `we+are`
/// for words within an alternative. The first word is never a wildcard, so that phrases can be
/// looked up by it.
public record Phrase(List<Set<String>> steps) {
    private static final Set<String> ANY = Set.of("_");
    private static final Set<String> GAP = Set.of("...");
    private static final String OPTIONAL = "?";
    private static final int GAP_WORDS = 4;

    public Phrase {
        steps = steps.stream().map(Phrase::canonical).toList();
    }

    /// Lets wildcards be told by identity: they are met at every word.
    private static Set<String> canonical(Set<String> step) {
        return step.equals(GAP) ? GAP : step.equals(ANY) ? ANY : step;
    }

    /// One phrase, or several when an alternative has more than one word.
    public static List<Phrase> parse(String text) {
        List<List<Set<String>>> variants = List.of(List.of());
        for (String step : text.split(" ", -1)) {
            variants = continued(variants, step);
        }
        return variants.stream().map(Phrase::new).toList();
    }

    private static List<List<Set<String>>> continued(List<List<Set<String>>> variants, String step) {
        List<String> alternatives = List.of(step.split("\\|", -1));
        List<List<Set<String>>> endings = new ArrayList<>();
        List<String> single =
                alternatives.stream().filter(word -> !isSeveral(word)).toList();
        if (!single.isEmpty()) {
            endings.add(List.of(WordClasses.expand(single)));
        }
        alternatives.stream()
                .filter(Phrase::isSeveral)
                .map(words -> Arrays.stream(words.split("\\+", -1)).map(Set::of).toList())
                .forEach(endings::add);
        return variants.stream()
                .flatMap(start -> endings.stream().map(end -> concat(start, end)))
                .toList();
    }

    /// `we+are`; but `c++` is one word.
    static boolean isSeveral(String alternative) {
        int plus = alternative.indexOf('+');
        return plus > 0 && plus + 1 < alternative.length() && alternative.charAt(plus + 1) != '+';
    }

    private static List<Set<String>> concat(List<Set<String>> start, List<Set<String>> end) {
        return Stream.concat(start.stream(), end.stream()).toList();
    }

    /// The words that it may begin with.
    public Set<String> firstWords() {
        return steps.getFirst();
    }

    /// How many ways there are to lay it over a sentence: each gap and each word that may be missing multiplies them.
    public int stepsAtMost() {
        return steps.stream()
                .mapToInt(step -> step.equals(GAP) ? GAP_WORDS + 1 : step.contains(OPTIONAL) ? 2 : 1)
                .reduce(1, (ways, more) -> ways * more);
    }

    boolean matchesAt(List<String> tokens, int at) {
        return matches(tokens, at, 0);
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean matches(List<String> tokens, int at, int step) {
        if (step == steps.size()) {
            return true;
        }
        Set<String> wanted = steps.get(step);
        if (wanted == GAP) {
            return gapMatches(tokens, at, step);
        }
        if (at < tokens.size() && accepts(wanted, tokens.get(at)) && matches(tokens, at + 1, step + 1)) {
            return true;
        }
        return wanted.contains(OPTIONAL) && matches(tokens, at, step + 1);
    }

    private boolean gapMatches(List<String> tokens, int at, int step) {
        for (int skipped = 0; skipped <= GAP_WORDS && at + skipped < tokens.size(); skipped++) {
            if (matches(tokens, at + skipped, step + 1)) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean accepts(Set<String> wanted, String token) {
        return wanted == ANY
                || wanted.contains(token)
                || (wanted.contains(WordClasses.NUMBER) && Character.isDigit(token.charAt(0)));
    }
}
