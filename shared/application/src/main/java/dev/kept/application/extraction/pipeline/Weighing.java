package dev.kept.application.extraction.pipeline;

import dev.kept.application.extraction.dates.Dating;
import dev.kept.application.extraction.finders.Draft;
import dev.kept.application.extraction.finders.Ignoring;
import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.EntityMention;
import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.found.Rejected;
import dev.kept.application.extraction.found.RelationMention;
import dev.kept.application.extraction.names.Entity;
import dev.kept.application.extraction.names.EntityFinder;
import dev.kept.application.extraction.names.RelationFinder;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.rules.Importance;
import dev.kept.application.extraction.rules.OwnVerdict;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.text.Limits;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Weighs and names a draft, the last of the stages: what forgetting it would harm, whom and what it is about, and
/// what ties it states.
final class Weighing {
    private static final int SENTENCES_FOR_TOPIC = 20;

    private final ExtractionRules rules;
    private final Ignoring ignoring;
    private final EntityFinder entities;
    private final RelationFinder relations;

    Weighing(ExtractionRules rules, EntityFinder entities, Linguistics linguistics) {
        this.rules = rules;
        this.ignoring = new Ignoring(rules);
        this.entities = entities;
        this.relations = new RelationFinder(linguistics);
    }

    /// The candidate, with what it names; or why it is not kept.
    ///
    /// @param turn that completes the draft
    /// @param topic what the talk is about, asked for only where it matters
    Extraction weighed(Draft draft, Turn turn, Supplier<Optional<String>> topic) {
        String said = Dating.undated(draft.content());
        Words words = Words.of(said);
        return ignoring.never(words)
                .map(never -> refused(draft, turn, never))
                .orElseGet(() -> kept(draft, turn, new Said(said, words, topic)));
    }

    /// What a draft says, without the dates that were added.
    private record Said(String text, Words words, Supplier<Optional<String>> topic) {}

    private static Extraction refused(Draft draft, Turn turn, OwnVerdict.Never never) {
        Rejected rejected = new Rejected(turn.id(), draft.content(), never.why());
        return new Extraction(List.of(), List.of(rejected), List.of(), List.of(), List.of(), 0);
    }

    private Extraction kept(Draft draft, Turn turn, Said said) {
        Importance importance = Importance.of(draft.type(), said.words(), rules);
        Collection<Entity> named = entities.in(said.text());
        Set<String> why = new LinkedHashSet<>(draft.why());
        importance.factors().forEach(factor -> why.add(factor.why()));
        List<RelationMention> ties =
                draft.type() == MemoryType.CODE ? List.of() : relations.in(said.text(), named, turn.id(), said.topic());
        Candidate candidate = new Candidate(
                draft.type(),
                draft.content(),
                draft.summary(),
                importance.value(),
                draft.confidence(),
                labels(named, turn),
                draft.sources().stream().map(Turn::id).toList(),
                clientIds(draft.sources()),
                draft.trust(),
                turn.utterance().occurredAt(),
                rules.signals("changes", said.words()),
                String.join("; ", why),
                ties);
        return new Extraction(List.of(candidate), List.of(), mentions(named, turn), ties, List.of(), 0);
    }

    /// The names that the memory is found by, its speaker first.
    private static List<String> labels(Collection<Entity> named, Turn turn) {
        return Stream.concat(turn.utterance().speaker().stream(), named.stream().map(Entity::name))
                .filter(name -> name.length() <= Limits.LABEL_CHARACTERS)
                .distinct()
                .limit(Candidate.ENTITIES_MAX)
                .toList();
    }

    /// All or none: a list with holes could not be told apart by position.
    private static List<String> clientIds(List<Turn> sources) {
        List<String> ids = sources.stream()
                .flatMap(source -> source.utterance().clientId().stream())
                .toList();
        return ids.size() == sources.size() ? ids : List.of();
    }

    private static List<EntityMention> mentions(Collection<Entity> named, Turn turn) {
        Stream<EntityMention> said = named.stream()
                .map(entity -> new EntityMention(entity.name(), entity.kind(), entity.aliases(), List.of(turn.id())));
        Stream<EntityMention> speaker = turn.utterance().speaker().stream()
                .map(name -> new EntityMention(name, Entity.PERSON, List.of(), List.of(turn.id())));
        return Stream.concat(said, speaker).toList();
    }

    /// What the user's own words in the window say first that they are about.
    Optional<String> topic(Window window) {
        return window.latest(ExtractionInput.LOOKBACK).stream()
                .filter(reading -> reading.isBy(Role.USER))
                .flatMap(reading -> reading.sentences().stream())
                .limit(SENTENCES_FOR_TOPIC)
                .flatMap(sentence -> relations.topicOf(sentence.text(), entities.in(sentence.text())).stream())
                .findFirst();
    }
}
