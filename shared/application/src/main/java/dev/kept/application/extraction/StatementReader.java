package dev.kept.application.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the sentences of one turn in order: each is judged and typed by its own cues and by what it answers;
/// sentences that only go on about the one before ("it bit us once") join it, and a few words that only name the
/// subject ("planning Lisbon!") lead the one after.
final class StatementReader {
    /// How likely a sentence must be worth keeping; with a decisive rule on its side, how likely at least.
    private static final double WORTH = 0.42;

    private static final double WORTH_IF_STRONG = 0.12;
    private static final double STRONG = 3;
    private static final double DECISIVE = 2;
    private static final int SENTENCES_JOINED = 3;
    private static final int BARE_WORDS = 6;
    private static final int LEAD_WORDS = 5;

    private final ExtractionRules rules;
    private final Judge judge;
    private final Traits traits;
    private final Grammar grammar;
    private final Window window;
    private final Findings findings;
    private final List<Statement> statements = new ArrayList<>();
    private boolean joinable;
    private Optional<Sentence> lead = Optional.empty();

    StatementReader(ExtractionRules rules, Grammar grammar, EntityFinder entities, Window window, Findings findings) {
        this.rules = rules;
        this.judge = new Judge(rules);
        this.grammar = grammar;
        this.traits = new Traits(rules, entities);
        this.window = window;
        this.findings = findings;
    }

    List<Statement> statements() {
        Map<Integer, Set<String>> seen = traits.of(window);
        for (Sentence sentence : window.now().sentences()) {
            joinable =
                    !findings.isUsed(sentence) && consider(sentence, seen.getOrDefault(sentence.position(), Set.of()));
        }
        return List.copyOf(statements);
    }

    private boolean consider(Sentence sentence, Set<String> seen) {
        TypeScores own = new TypeScores(rules.cues(sentence.words()), seen);
        Optional<String> objection = judge.objection(sentence, own).or(() -> judge.unsolved(sentence, own));
        if (objection.isPresent()) {
            findings.reject(sentence, objection.get());
            lead = Optional.empty();
            return false;
        }
        if (joinable && joins(sentence, own, statements.getLast())) {
            statements.add(statements.removeLast().joined(sentence, own));
            return true;
        }
        return starts(sentence, own);
    }

    private boolean starts(Sentence sentence, TypeScores own) {
        Optional<Sentence> question = statements.isEmpty() ? window.question() : Optional.empty();
        boolean fragment = question.isPresent() && needsQuestion(sentence);
        if (own.worth() < needed(sentence, own)) {
            findings.reject(sentence, "says nothing to keep");
            lead = Optional.of(sentence).filter(it -> it.words().count() <= LEAD_WORDS);
            return false;
        }
        List<Sentence> sentences = new ArrayList<>(lead.stream().toList());
        sentences.add(sentence);
        lead = Optional.empty();
        statements.add(new Statement(sentences, own, fragment ? question : Optional.empty()));
        return true;
    }

    private double needed(Sentence sentence, TypeScores own) {
        if (rules.signals("asks-to-remember", sentence.words())) {
            return 0;
        }
        return own.strength() >= STRONG ? WORTH_IF_STRONG : WORTH;
    }

    private boolean needsQuestion(Sentence sentence) {
        int words = sentence.words().count();
        return words <= 4
                || (words <= 9 && rules.signals("answers", sentence.words()))
                || (words <= 14 && grammar.isFragment(sentence));
    }

    private boolean joins(Sentence sentence, TypeScores own, Statement before) {
        if (before.sentences().size() >= SENTENCES_JOINED) {
            return false;
        }
        return rules.signals("refers-back", sentence.words())
                || before.isLead()
                || before.isBareAnswer()
                || isBare(sentence, own)
                || (rules.signals("goes-on", sentence.words()) && !changesSubject(own, before));
    }

    private static boolean isBare(Sentence sentence, TypeScores own) {
        int words = sentence.words().count();
        return words <= 2 || (words <= BARE_WORDS && own.strength() < 1);
    }

    private static boolean changesSubject(TypeScores own, Statement before) {
        return own.strength() > DECISIVE
                && before.parts() > 0
                && !own.best().equals(before.scores().best());
    }
}
