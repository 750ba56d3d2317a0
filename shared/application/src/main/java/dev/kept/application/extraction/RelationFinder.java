package dev.kept.application.extraction;

import dev.kept.domain.id.TurnId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Ties between the entities of one sentence, as far as its words name them.
final class RelationFinder {
    private RelationFinder() {}

    static List<RelationMention> between(Collection<Entity> named, Words words, ExtractionRules rules, TurnId turn) {
        List<RelationMention> relations = new ArrayList<>();
        List<Entity> subjects =
                named.stream().filter(it -> isSubject(it.kind())).toList();
        List<Entity> technologies =
                named.stream().filter(it -> it.kind().equals(Entity.TECHNOLOGY)).toList();
        if (!subjects.isEmpty()) {
            technologies.forEach(technology ->
                    relations.add(new RelationMention(subjects.getFirst().name(), "uses", technology.name(), turn)));
        }
        if (subjects.size() > 1 && rules.signals("responsible", words)) {
            relations.add(new RelationMention(
                    subjects.getFirst().name(),
                    "responsible for",
                    subjects.get(1).name(),
                    turn));
        }
        return relations;
    }

    private static boolean isSubject(String kind) {
        return kind.equals(Entity.NAME) || kind.equals(Entity.PERSON);
    }
}
