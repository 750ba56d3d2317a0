package dev.kept.domain.rules;

import dev.kept.domain.error.InvalidRequest;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// What a user adds to the bundled rules, or takes away from them.
///
/// How much there may be is bounded so that reading a turn stays fast, and so that each version fits into one item of
/// the store whatever letters it is written in.
///
/// @param cues what speaks for a type
/// @param questionCues what the answer to a question is, by what was asked
/// @param objections what speaks against keeping a sentence
/// @param importance what makes a memory more or less important
/// @param ignore sentences with one of these phrases are never kept
/// @param keep sentences with one of these phrases are always kept
/// @param entities what the user has names for
/// @param disabled ids of bundled rules that do not apply
public record OwnRules(
        List<CueRule> cues,
        List<CueRule> questionCues,
        List<ObjectionRule> objections,
        List<ImportanceRule> importance,
        List<String> ignore,
        List<String> keep,
        List<NameRule> entities,
        List<String> disabled) {
    public static final OwnRules NONE =
            new OwnRules(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private static final int RULES_MAX = 200;
    private static final int PHRASES_MAX = 1_000;
    private static final int NAMES_MAX = 500;
    private static final int CHARACTERS_MAX = 80_000;

    public OwnRules {
        cues = bounded("cues", cues, RULES_MAX);
        questionCues = bounded("questionCues", questionCues, RULES_MAX);
        objections = bounded("objections", objections, RULES_MAX);
        importance = bounded("importance", importance, RULES_MAX);
        ignore = RuleLimits.phrases("ignore", ignore);
        keep = RuleLimits.phrases("keep", keep);
        entities = bounded("entities", entities, NAMES_MAX);
        disabled = bounded("disabled", disabled, RULES_MAX);
        refuseIf(
                phrases(cues, questionCues, objections, importance) + ignore.size() + keep.size() > PHRASES_MAX,
                "at most " + PHRASES_MAX + " phrases");
        refuseIf(
                characters(cues, questionCues, objections, importance, ignore, keep, entities, disabled)
                        > CHARACTERS_MAX,
                "at most " + CHARACTERS_MAX + " characters");
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    private static <T> List<T> bounded(String field, List<T> rules, int max) {
        RuleLimits.atMost(field, rules.size(), max);
        return List.copyOf(rules);
    }

    private static int phrases(
            List<CueRule> cues,
            List<CueRule> questions,
            List<ObjectionRule> objections,
            List<ImportanceRule> importance) {
        return Stream.of(
                        cues.stream().map(CueRule::phrases),
                        questions.stream().map(CueRule::phrases),
                        objections.stream().map(ObjectionRule::phrases),
                        importance.stream().map(ImportanceRule::phrases))
                .flatMap(phrases -> phrases)
                .mapToInt(List::size)
                .sum();
    }

    /// As they print, which is about as long as they are stored.
    private static int characters(Collection<?>... rules) {
        return Stream.of(rules)
                .flatMap(Collection::stream)
                .mapToInt(rule -> rule.toString().length())
                .sum();
    }

    private static void refuseIf(boolean tooMuch, String most) {
        if (tooMuch) {
            throw new InvalidRequest("", "all rules together must be " + most);
        }
    }
}
