package dev.kept.application.extraction;

import dev.kept.application.extraction.NamedSentence.Span;
import dev.kept.application.extraction.RelationPattern.Ends;
import dev.kept.application.yaml.YamlNode;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.text.Limits;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Ties between what a statement names: who owns what, what runs where, what took whose place. What is said of a name
/// that is somebody's or something's own, and of a technology beside it, is that the one uses the other.
final class RelationFinder {
    private static final String USES = "uses";
    private static final int RELATIONS_MAX = 10;
    private static final int SHORTEST = 2;
    private static final int CHARACTERS_MAX = 1_000;

    private final Linguistics linguistics;

    RelationFinder(Linguistics linguistics) {
        this.linguistics = linguistics;
    }

    List<RelationMention> in(String text, Collection<Entity> named, TurnId turn) {
        if (named.isEmpty()) {
            return List.of();
        }
        String read = text.substring(0, Math.min(text.length(), CHARACTERS_MAX));
        NamedSentence sentence = NamedSentence.of(read, named, linguistics);
        Map<Set<String>, RelationMention> found = new LinkedHashMap<>();
        for (Rule rule : Bundled.RULES) {
            for (Ends ends : rule.pattern().in(sentence, Bundled.ROLES)) {
                add(new RelationMention(ends.from(), rule.relation(), ends.to(), turn), found);
            }
        }
        addUses(sentence, turn, found);
        return found.values().stream().limit(RELATIONS_MAX).toList();
    }

    /// The first pattern decides what two things have to do with each other.
    private static void add(RelationMention relation, Map<Set<String>, RelationMention> found) {
        String from = relation.from().toLowerCase(Locale.ROOT);
        String to = relation.to().toLowerCase(Locale.ROOT);
        boolean fits = isName(from) && isName(to);
        if (fits && !from.contains(to) && !to.contains(from)) {
            found.putIfAbsent(Set.of(from, to), relation);
        }
    }

    private static boolean isName(String text) {
        return text.length() >= SHORTEST && text.length() <= Limits.LABEL_CHARACTERS;
    }

    private static void addUses(NamedSentence sentence, TurnId turn, Map<Set<String>, RelationMention> found) {
        List<Span> names = sentence.named();
        Optional<Span> user = names.stream()
                .takeWhile(span -> !span.is(Entity.TECHNOLOGY))
                .filter(span -> span.is(Entity.NAME) && span.mayBeSomebody())
                .findFirst();
        user.ifPresent(subject -> names.stream()
                .filter(span -> span.is(Entity.TECHNOLOGY))
                .filter(span -> found.values().stream()
                        .noneMatch(tie ->
                                tie.to().equals(span.text()) || tie.from().equals(span.text())))
                .toList()
                .forEach(technology -> add(new RelationMention(subject.text(), USES, technology.text(), turn), found)));
    }

    private record Rule(String relation, RelationPattern pattern) {}

    private static final class Bundled {
        private static final YamlNode FILE = YamlNode.resource(RelationFinder.class, "relations.yaml");
        private static final List<Rule> RULES = FILE.nodes("relations").stream()
                .flatMap(node -> node.texts("patterns").stream()
                        .map(pattern -> new Rule(node.text("relation"), RelationPattern.parse(pattern))))
                .toList();
        private static final Set<String> ROLES = FILE.texts("roles").stream()
                .flatMap(line -> Arrays.stream(line.split("\\|", -1)))
                .collect(Collectors.toUnmodifiableSet());

        private Bundled() {}
    }
}
