package dev.kept.application.extraction;

import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Turn;
import java.util.List;

/// What the user states in their own words.
final class StatementFinder implements Finder {
    private final ExtractionRules rules;
    private final Grammar grammar;
    private final EntityFinder entities;
    private final Wording wording;

    StatementFinder(ExtractionRules rules, Grammar grammar, EntityFinder entities, Wording wording) {
        this.rules = rules;
        this.grammar = grammar;
        this.entities = entities;
        this.wording = wording;
    }

    @Override
    public void find(Window window, Findings findings) {
        new StatementReader(rules, grammar, entities, window, findings)
                .statements()
                .forEach(
                        statement -> findings.keep(draft(statement, window.now().turn())));
    }

    private Draft draft(Statement statement, Turn turn) {
        String said = statement
                .question()
                .map(question -> wording.answer(question, statement.sentences()))
                .orElseGet(() -> wording.content(statement.sentences()));
        String content = wording.withSpeaker(said, turn);
        List<String> why =
                statement.scores().cues().stream().map(Cue::why).distinct().toList();
        double confidence = Math.min(0.9, 0.55 + 0.08 * statement.scores().strength());
        return new Draft(
                type(statement), content, wording.summary(content), confidence, List.of(turn), Trust.USER, why);
    }

    private MemoryType type(Statement statement) {
        boolean named = statement.sentences().stream()
                .flatMap(sentence -> entities.in(sentence.text()).stream())
                .anyMatch(entity ->
                        entity.kind().equals(Entity.NAME) || entity.kind().equals(Entity.PERSON));
        TypeScores scores = named ? statement.scores() : statement.scores().without(MemoryType.ENTITY);
        return scores.best().orElse(MemoryType.FACT);
    }
}
