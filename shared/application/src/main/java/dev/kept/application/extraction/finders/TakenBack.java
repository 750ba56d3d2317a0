package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.words.ContentWords;
import dev.kept.application.extraction.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A sentence that takes something back, clause by clause: "no wait, forget the 4pm thing, it's 5".
///
/// @param what stems of what is meant; none when it is only pointed at
/// @param rest what is said beyond that
/// @param outright whether it says that something is to be forgotten, rather than how it is instead
record TakenBack(Set<String> what, String rest, boolean outright) {
    private static final Pattern CLAUSE_END =
            Pattern.compile("[,;:]\\s+|\\s+[-\u2013\u2014]+\\s+|\\.{2,}\\s*|\u2026\\s*");
    private static final Pattern END = Pattern.compile("[\\s.!?]+$");
    private static final Pattern WORD_END = Pattern.compile("(?:[\\s,.!:;-]+|$)");

    static Optional<TakenBack> of(Sentence sentence, ExtractionRules rules) {
        return outright(sentence, rules).or(() -> corrected(sentence, rules));
    }

    private static Optional<TakenBack> outright(Sentence sentence, ExtractionRules rules) {
        Set<String> what = new HashSet<>();
        List<String> rest = new ArrayList<>();
        boolean found = false;
        for (String clause : CLAUSE_END.split(sentence.text(), -1)) {
            String said = withoutLead(clause, rules);
            Words words = Words.of(said);
            if (rest.isEmpty() && rules.signals("takes-back", words)) {
                found = true;
                what.addAll(what(said, rules));
            } else if (!said.isEmpty() && !rules.signals("takes-back-beside", words)) {
                rest.add(said);
                if (!found) {
                    return Optional.empty();
                }
            }
        }
        return found ? Optional.of(new TakenBack(what, String.join(", ", rest), true)) : Optional.empty();
    }

    private static Optional<TakenBack> corrected(Sentence sentence, ExtractionRules rules) {
        return !sentence.isQuestion() && rules.signals("corrects", sentence.words())
                ? Optional.of(new TakenBack(Set.of(), withoutLead(sentence.text(), rules), false))
                : Optional.empty();
    }

    private static Set<String> what(String said, ExtractionRules rules) {
        Set<String> idle =
                rules.words("takes-back-idle").stream().map(ContentWords::stem).collect(Collectors.toSet());
        return ContentWords.of(said).stream()
                .filter(word -> !idle.contains(word))
                .collect(Collectors.toSet());
    }

    /// Without "oh no wait, sorry" and "could you please".
    private static String withoutLead(String text, ExtractionRules rules) {
        String rest = END.matcher(text.strip()).replaceFirst("");
        while (true) {
            int end = 0;
            while (end < rest.length() && (Character.isLetter(rest.charAt(end)) || rest.charAt(end) == '\'')) {
                end++;
            }
            String word = rest.substring(0, end);
            if (end == 0
                    || !rules.words("takes-back-lead")
                            .containsAll(Words.of(word).tokens().subList(1, 2))) {
                return rest;
            }
            rest = WORD_END.matcher(rest.substring(end)).replaceFirst("");
        }
    }
}
