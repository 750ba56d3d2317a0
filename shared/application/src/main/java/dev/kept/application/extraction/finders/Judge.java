package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.rules.Objection;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.memory.MemoryType;
import java.util.Optional;
import java.util.Set;

/// Decides whether a sentence of the user is worth writing down at all, or why not.
public final class Judge {
    private static final double STRONG = 3;

    private static final Set<String> PERSONAL =
            Set.of("[redacted:passport]", "[redacted:national-id]", "[redacted:payment-card]", "[redacted:card-code]");

    private final ExtractionRules rules;

    public Judge(ExtractionRules rules) {
        this.rules = rules;
    }

    /// The reason not to keep it; empty when it may be kept.
    Optional<String> objection(Sentence sentence, TypeScores scores) {
        Words words = sentence.words();
        if (isPersonal(sentence)) {
            return Optional.of("personal data");
        }
        if (isSmallTalk(words)) {
            return Optional.of("small talk");
        }
        if (pointsElsewhere(words)) {
            return Optional.of("means nothing without what it points at");
        }
        if (isQuestion(sentence)) {
            return Optional.of("question");
        }
        if (sentence.text().endsWith(":") && scores.strength() < STRONG) {
            return Optional.of("introduces what follows");
        }
        boolean wanted = rules.signals("asks-to-remember", words);
        return rules.objections(words).stream()
                .filter(objection -> !wanted || !objection.reason().equals("a request for now"))
                .filter(objection -> scores.strength() < objection.outweighedBy())
                .map(Objection::reason)
                .findFirst();
    }

    /// Numbers of documents and cards, and what identifies somebody in the user's care, are nobody's memory.
    public boolean isPersonal(Sentence sentence) {
        return PERSONAL.stream().anyMatch(sentence.text()::contains) || isAboutThirdPerson(sentence.words());
    }

    /// A question that brings its own answer ("where do runs get logged: W&B") is a statement.
    private boolean isQuestion(Sentence sentence) {
        return sentence.isQuestion()
                || (rules.signals("asks", sentence.words()) && sentence.text().indexOf(':') < 0);
    }

    boolean isSmallTalk(Words words) {
        return consistsOf(words, rules.words("small-talk"));
    }

    /// "Let's go with that": what was chosen is said in another sentence, which is kept by itself.
    private boolean pointsElsewhere(Words words) {
        return consistsOf(words, rules.words("pointing"));
    }

    private static boolean consistsOf(Words words, Set<String> known) {
        return words.tokens().stream()
                .filter(token -> Character.isLetterOrDigit(token.charAt(0)))
                .allMatch(known::contains);
    }

    private boolean isAboutThirdPerson(Words words) {
        return rules.signals("person-in-care", words) && rules.signals("personal-detail", words);
    }

    /// A problem alone is not kept: it is kept with its fix, once that is confirmed.
    Optional<String> unsolved(Sentence sentence, TypeScores scores) {
        boolean problem = rules.signals("problem", sentence.words());
        boolean otherwise = scores.of(MemoryType.DECISION) >= 2
                || scores.of(MemoryType.FACT) >= 2.5
                || scores.of(MemoryType.PATTERN) >= 2
                || scores.of(MemoryType.PREFERENCE) >= 2;
        return problem && !otherwise ? Optional.of("problem without a confirmed fix") : Optional.empty();
    }
}
