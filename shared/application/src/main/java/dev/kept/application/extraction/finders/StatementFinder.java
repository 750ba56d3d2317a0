package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.names.Entity;
import dev.kept.application.extraction.names.EntityFinder;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.reading.Wording;
import dev.kept.application.extraction.rules.Cue;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Turn;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What the user states in their own words.
final class StatementFinder implements Finder {
    private final ExtractionRules rules;
    private final Leaning leaning;
    private final EntityFinder entities;
    private final Wording wording;

    StatementFinder(ExtractionRules rules, Leaning leaning, EntityFinder entities, Wording wording) {
        this.rules = rules;
        this.leaning = leaning;
        this.entities = entities;
        this.wording = wording;
    }

    @Override
    public void find(Window window, Findings findings) {
        new StatementReader(rules, leaning, entities, window, findings)
                .statements()
                .forEach(statement -> findings.keep(draft(statement, window)));
    }

    private Draft draft(Statement statement, Window window) {
        Turn turn = window.now().turn();
        String words = wording.content(statement.sentences());
        String said = wording.withSpeaker(words, turn);
        String content = statement
                .question()
                .map(question -> wording.answer(question, said))
                .orElseGet(() -> leaning.named(said, statement.sentences().getFirst(), window));
        MemoryType type = type(statement);
        List<String> cues =
                statement.scores().cues().stream().map(Cue::why).distinct().toList();
        List<String> why =
                cues.isEmpty() ? List.of("its words read as " + type.name().toLowerCase(Locale.ROOT)) : cues;
        double confidence = Math.min(0.9, 0.55 + 0.08 * statement.scores().strength());
        return new Draft(type, content, wording.summary(content), confidence, List.of(turn), Trust.USER, why);
    }

    private MemoryType type(Statement statement) {
        Set<String> kinds = statement.sentences().stream()
                .flatMap(sentence -> entities.in(sentence.text()).stream())
                .map(Entity::kind)
                .collect(Collectors.toSet());
        Set<MemoryType> excluded = EnumSet.noneOf(MemoryType.class);
        if (!kinds.contains(Entity.NAME) && !kinds.contains(Entity.PERSON)) {
            excluded.add(MemoryType.ENTITY);
        }
        if (!kinds.contains(Entity.CODE)) {
            excluded.add(MemoryType.CODE);
        }
        if (!statement.isSolved(rules)) {
            excluded.add(MemoryType.ERROR);
        }
        return statement.scores().best(excluded);
    }
}
