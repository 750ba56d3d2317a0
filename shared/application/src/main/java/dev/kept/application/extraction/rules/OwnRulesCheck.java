package dev.kept.application.extraction.rules;

import dev.kept.application.extraction.words.Phrase;
import dev.kept.application.extraction.words.PhraseCheck;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.rules.CueRule;
import dev.kept.domain.rules.ImportanceRule;
import dev.kept.domain.rules.ObjectionRule;
import dev.kept.domain.rules.OwnRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Whether own rules can be put to work. What is out of bounds by itself was refused when the rules were made; this is
/// about phrases, and about names of bundled rules.
public final class OwnRulesCheck {
    /// Phrases are found by their first word; each that begins alike is tried at each place where the word stands. A
    /// sentence of 300 times the same word takes some 75,000 steps at most, a few milliseconds.
    private static final int STEPS_MAX = 250;

    private final Map<String, Integer> steps = new HashMap<>();

    private OwnRulesCheck() {}

    /// @throws InvalidRequest naming the field at fault, e.g. `cues[2].phrases[0]`
    public static void check(OwnRules rules) {
        OwnRulesCheck check = new OwnRulesCheck();
        check.each("cues", rules.cues(), CueRule::phrases);
        check.each("questionCues", rules.questionCues(), CueRule::phrases);
        check.each("objections", rules.objections(), ObjectionRule::phrases);
        check.each("importance", rules.importance(), ImportanceRule::phrases);
        check.phrases("ignore", rules.ignore());
        check.phrases("keep", rules.keep());
        checkNames(rules.disabled());
    }

    private <T> void each(String field, List<T> rules, Function<T, List<String>> phrases) {
        for (int i = 0; i < rules.size(); i++) {
            phrases(field + "[" + i + "].phrases", phrases.apply(rules.get(i)));
        }
    }

    private void phrases(String field, List<String> phrases) {
        for (int i = 0; i < phrases.size(); i++) {
            phrase(field + "[" + i + "]", OwnLayer.phrase(phrases.get(i)));
        }
    }

    private void phrase(String field, String phrase) {
        PhraseCheck.check(field, phrase);
        for (Phrase variant : Phrase.parse(phrase)) {
            for (String word : variant.firstWords()) {
                if (steps.merge(word, variant.stepsAtMost(), Integer::sum) > STEPS_MAX) {
                    throw new InvalidRequest(
                            field, "is one too many that begins with \"" + word + "\", or has too many gaps");
                }
            }
        }
    }

    private static void checkNames(List<String> disabled) {
        Set<String> ids = BundledRules.ids();
        for (int i = 0; i < disabled.size(); i++) {
            if (!ids.contains(disabled.get(i))) {
                throw new InvalidRequest(
                        "disabled[" + i + "]", "must be the id of a bundled rule, which `?bundled=true` lists");
            }
        }
    }
}
