package dev.kept.application.extraction.names;

import dev.kept.application.bundled.YamlNode;
import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.RelationMention;
import dev.kept.application.extraction.names.NamedSentence.Span;
import dev.kept.application.extraction.names.RelationPattern.Ends;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Ties between what a statement names: who owns what, what runs where, what took whose place. What is said of a name
/// that is somebody's or something's own, and of a technology beside it, is that the one uses the other.
public final class RelationFinder {
    private static final String USES = "uses";
    private static final int SHORTEST = 2;
    private static final int CHARACTERS_MAX = 1_000;

    private final Linguistics linguistics;

    public RelationFinder(Linguistics linguistics) {
        this.linguistics = linguistics;
    }

    /// @param topic what the talk is about, asked for only where it matters
    public List<RelationMention> in(
            String text, Collection<Entity> named, TurnId turn, Supplier<Optional<String>> topic) {
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
        addUses(sentence, turn, topic, found);
        return found.values().stream().limit(Candidate.RELATIONS_MAX).toList();
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

    /// Whoever is named before the technologies, or what the talk is about, uses those of which nothing else is said.
    private static void addUses(
            NamedSentence sentence,
            TurnId turn,
            Supplier<Optional<String>> topic,
            Map<Set<String>, RelationMention> found) {
        List<Span> names = sentence.named();
        List<Span> technologies = names.stream()
                .filter(span -> span.is(Entity.TECHNOLOGY))
                .filter(span -> found.values().stream().noneMatch(tie -> tie.names(span.text())))
                .toList();
        if (technologies.isEmpty() || sentence.hasAny(Bundled.NOT_USED)) {
            return;
        }
        Optional<String> named = names.stream()
                .takeWhile(span -> !span.is(Entity.TECHNOLOGY))
                .filter(Span::mayBeSomebody)
                .map(Span::text)
                .findFirst();
        named.or(topic)
                .ifPresent(user -> technologies.forEach(
                        technology -> add(new RelationMention(user, USES, technology.text(), turn), found)));
    }

    /// What a sentence says the talk is about.
    public Optional<String> topicOf(String sentence, Collection<Entity> named) {
        List<Entity> own = named.stream()
                .filter(entity -> !entity.kind().equals(Entity.TECHNOLOGY))
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        NamedSentence words = NamedSentence.of(sentence, own, linguistics);
        return Bundled.TOPICS.stream()
                .flatMap(pattern -> pattern.in(words, Bundled.ROLES).stream())
                .filter(ends -> !RelationPattern.isRole(ends.to(), Bundled.ROLES))
                .map(Ends::from)
                .findFirst();
    }

    private record Rule(String relation, RelationPattern pattern) {}

    private static final class Bundled {
        private static final YamlNode FILE = YamlNode.resource(RelationFinder.class, "relations.yaml");
        private static final List<Rule> RULES = FILE.nodes("relations").stream()
                .flatMap(node -> node.texts("patterns").stream()
                        .map(pattern -> new Rule(node.text("relation"), RelationPattern.parse(pattern))))
                .toList();
        private static final List<RelationPattern> TOPICS =
                FILE.texts("topics").stream().map(RelationPattern::parse).toList();
        private static final Set<String> ROLES = words("roles");
        private static final Set<String> NOT_USED = words("notUsed");

        private Bundled() {}

        private static Set<String> words(String field) {
            return FILE.texts(field).stream()
                    .flatMap(line -> Arrays.stream(line.split("\\|", -1)))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
