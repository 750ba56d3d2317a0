package dev.kept.application.extraction;

import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the user states: each sentence is judged and typed by its own cues and by what it answers; sentences that
/// only go on about the one before ("it bit us once") join it.
final class StatementFinder implements Finder {
    private static final double DECISIVE = 2;
    private static final int SENTENCES_JOINED = 3;

    private final ExtractionRules rules;
    private final Judge judge;
    private final Grammar grammar;
    private final EntityFinder entities;
    private final Wording wording;

    StatementFinder(ExtractionRules rules, Grammar grammar, EntityFinder entities, Wording wording) {
        this.rules = rules;
        this.judge = new Judge(rules);
        this.grammar = grammar;
        this.entities = entities;
        this.wording = wording;
    }

    private record Statement(List<Sentence> sentences, TypeScores scores, Optional<Sentence> question) {}

    @Override
    public void find(Window window, Findings findings) {
        List<Statement> statements = new ArrayList<>();
        boolean previousKept = false;
        for (Sentence sentence : window.now().sentences()) {
            if (findings.isUsed(sentence)) {
                previousKept = false;
                continue;
            }
            previousKept = consider(sentence, window, statements, previousKept, findings);
        }
        statements.forEach(statement -> findings.keep(draft(statement, window)));
    }

    private boolean consider(
            Sentence sentence, Window window, List<Statement> statements, boolean joinable, Findings findings) {
        TypeScores own = new TypeScores(rules.cues(sentence.words()));
        Optional<String> objection = judge.objection(sentence, own).or(() -> judge.unsolved(sentence, own));
        if (objection.isPresent()) {
            findings.reject(sentence, objection.get());
            return false;
        }
        if (joinable && joins(sentence, own, statements.getLast())) {
            statements.add(joined(statements.removeLast(), sentence, own));
            return true;
        }
        Optional<Sentence> question = statements.isEmpty() ? window.question() : Optional.empty();
        boolean fragment = question.isPresent() && needsQuestion(sentence);
        TypeScores asked = question.map(it -> new TypeScores(rules.questionCues(it.words())))
                .orElse(TypeScores.NONE);
        if (own.strength() < DECISIVE && !fragment && !isInformative(sentence)) {
            findings.reject(sentence, "says nothing to keep");
            return false;
        }
        statements.add(new Statement(List.of(sentence), own.plus(asked), fragment ? question : Optional.empty()));
        return true;
    }

    private boolean needsQuestion(Sentence sentence) {
        return sentence.words().count() <= 4
                || (rules.signals("answers", sentence.words())
                        && sentence.words().count() <= 9)
                || (sentence.words().count() <= 14 && grammar.isFragment(sentence));
    }

    private boolean joins(Sentence sentence, TypeScores own, Statement before) {
        boolean goesOn = rules.signals("goes-on", sentence.words());
        boolean otherType = own.strength() > DECISIVE
                && before.sentences().size() + (before.question().isPresent() ? 0 : 1) > 1
                && !own.best().equals(before.scores().best());
        boolean bare = own.strength() < 1 && sentence.words().count() <= 6;
        return before.sentences().size() < SENTENCES_JOINED
                && ((goesOn && !otherType)
                        || bare
                        || (before.question().isPresent() && before.sentences().size() == 1));
    }

    private static Statement joined(Statement before, Sentence sentence, TypeScores own) {
        List<Sentence> all = new ArrayList<>(before.sentences());
        all.add(sentence);
        return new Statement(all, before.scores().plus(own), before.question());
    }

    private boolean isInformative(Sentence sentence) {
        if (grammar.contentWords(sentence) < 3) {
            return false;
        }
        return sentence.text().chars().anyMatch(Character::isDigit)
                || rules.signals("states", sentence.words())
                || !entities.in(sentence.text()).isEmpty();
    }

    private Draft draft(Statement statement, Window window) {
        Turn turn = window.now().turn();
        MemoryType type = type(statement);
        List<Turn> sources = new ArrayList<>();
        String content = statement
                .question()
                .map(question -> wording.answer(question, statement.sentences()))
                .orElseGet(() -> wording.content(statement.sentences()));
        sources.add(turn);
        List<String> why =
                statement.scores().cues().stream().map(Cue::why).distinct().toList();
        double confidence = Math.min(0.9, 0.55 + 0.08 * statement.scores().strength());
        return new Draft(type, content, wording.summary(content), confidence, sources, Trust.USER, why);
    }

    private MemoryType type(Statement statement) {
        MemoryType best = statement.scores().best().orElse(MemoryType.FACT);
        boolean named = statement.sentences().stream()
                .flatMap(sentence -> entities.in(sentence.text()).stream())
                .anyMatch(entity ->
                        entity.kind().equals(Entity.NAME) || entity.kind().equals(Entity.PERSON));
        return best == MemoryType.ENTITY && !named ? MemoryType.FACT : best;
    }
}
