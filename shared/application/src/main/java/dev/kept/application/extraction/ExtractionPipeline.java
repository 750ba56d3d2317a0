package dev.kept.application.extraction;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.rules.RuleSet;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.text.Limits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what is worth keeping in turns, without a model: redact, segment, split into sentences, find candidates,
/// judge, type, weigh, name. What is known already is not its business; see {@link ExtractSession}.
///
/// Only a turn of the user completes a candidate: what an assistant, a tool or a system says becomes one when the
/// user takes it up. A candidate is made exactly when the turn that completes it is among `turns`, from that turn and
/// the {@link #LOOKBACK} turns before it, so results do not depend on how turns are cut into batches.
public final class ExtractionPipeline implements Extractor {
    /// Names the rules in every run; raised whenever they find something else.
    public static final String VERSION = "rules-3";

    /// A fix is confirmed within a handful of exchanges, or not as that fix.
    public static final int LOOKBACK = 10;

    private static final int SENTENCES_FOR_TOPIC = 20;

    /// Nobody says more than this worth keeping in one turn; what does is a pasted document.
    static final int CANDIDATES_PER_TURN = 12;

    private final Redactor redactor;
    private final Linguistics linguistics;
    private final ExtractionRules rules;
    private final Ignoring ignoring;
    private final TurnReader reader;
    private final List<Finder> finders;
    private final EntityFinder entities;
    private final Wording wording;
    private final RelationFinder relations;

    public ExtractionPipeline(Redactor redactor, Linguistics linguistics) {
        this(redactor, linguistics, List.of());
    }

    private ExtractionPipeline(Redactor redactor, Linguistics linguistics, List<OwnLayer> own) {
        this.redactor = redactor;
        this.linguistics = linguistics;
        this.rules = ExtractionRules.with(own);
        this.ignoring = new Ignoring(rules);
        List<Entity> names =
                own.stream().flatMap(layer -> layer.names().stream()).toList();
        Technologies technologies = Technologies.bundled().with(names);
        this.entities = new EntityFinder(rules, technologies, linguistics);
        this.relations = new RelationFinder(linguistics);
        this.reader = new TurnReader(redactor, ForeignSigns.bundled(), entities, linguistics);
        this.wording = new Wording(rules, new Dating(linguistics));
        Leaning leaning = new Leaning(new Grammar(linguistics), new Judge(rules), entities);
        this.finders = List.of(
                new RetractionFinder(rules, new Correction(entities, technologies, wording), wording),
                new CodeFinder(rules, wording),
                new FixFinder(rules, entities, leaning, wording),
                new AdoptionFinder(rules, leaning, wording),
                new StatementFinder(rules, leaning, entities, wording),
                new Rescue(rules, wording));
    }

    /// The same stages with own rules over the bundled ones.
    ///
    /// @param own each over those before it
    public ExtractionPipeline with(List<RuleSet> own) {
        return new ExtractionPipeline(
                redactor, linguistics, own.stream().map(OwnLayer::of).toList());
    }

    public Extraction extract(ExtractionInput input) {
        return together(extractEach(input));
    }

    /// Another reader, held to the own rules of this one.
    Extractor screening(Extractor other) {
        return rules.hasVerdicts() ? new Screened(other, this, rules) : other;
    }

    static Extraction together(List<Extraction> each) {
        Collected all = new Collected();
        each.forEach(all::add);
        return all.result();
    }

    @Override
    public Extracted read(ExtractionInput input) {
        return new Extracted(extractEach(input), ExtractionMethod.rules(VERSION));
    }

    /// One extraction for each of `input.turns()`, in their order.
    List<Extraction> extractEach(ExtractionInput input) {
        List<Turn> turns =
                Stream.concat(input.lookback().stream(), input.turns().stream()).toList();
        List<Reading> readings = turns.stream()
                .map(turn -> reader.read(turn, input.boilerplateOf(turn)))
                .toList();
        List<Extraction> each = new ArrayList<>();
        for (int i = input.lookback().size(); i < turns.size(); i++) {
            List<Reading> before = Echoes.without(readings.subList(Math.max(0, i - LOOKBACK), i));
            Window window = new Window(before, readings.get(i));
            each.add(read(window));
        }
        return List.copyOf(each);
    }

    /// Weighs and names a draft that somebody else made of a turn.
    Extraction complete(Draft draft, Turn turn) {
        Collected collected = new Collected();
        complete(draft, turn, Optional::empty, collected);
        return collected.result();
    }

    /// The same turns as somebody else may read them.
    Transcript transcript(ExtractionInput input) {
        List<Turn> turns =
                Stream.concat(input.lookback().stream(), input.turns().stream()).toList();
        List<Reading> readings = Echoes.without(turns.stream()
                .map(turn -> reader.read(turn, input.boilerplateOf(turn)))
                .toList());
        Transcript transcript = new Transcript();
        for (int i = 0; i < turns.size(); i++) {
            boolean seen = i < input.lookback().size();
            transcript.add(
                    ignoring.allowed(readings.get(i)),
                    reader.voices(turns.get(i), input.boilerplateOf(turns.get(i))),
                    seen);
        }
        return transcript;
    }

    ProposalJudge proposalJudge() {
        return new ProposalJudge(rules, entities, wording);
    }

    /// A turn's memories and what it takes back fit into one transaction.
    static int candidatesAtMost(int retractions) {
        int room = ExtractionCommit.ITEMS_MAX - retractions * ReadTurn.ITEMS_A_RETRACTION;
        return Math.min(CANDIDATES_PER_TURN, room / ReadTurn.ITEMS_A_CANDIDATE);
    }

    private Extraction read(Window window) {
        Turn turn = window.now().turn();
        Collected collected = new Collected();
        collected.redactions += window.now().redactions();
        collected.rejected.addAll(window.now().heldBack());
        if (!turn.utterance().extract() || !window.now().isBy(Role.USER)) {
            return collected.result();
        }
        Findings findings = new Findings();
        Window extractable = new Window(
                window.before().stream()
                        .filter(reading -> reading.turn().utterance().extract())
                        .toList(),
                window.now());
        Window allowed = ignoring.allowed(extractable, findings);
        finders.forEach(finder -> finder.find(allowed, findings));
        collected.rejected.addAll(findings.rejected());
        collected.retractions.addAll(findings.retractions());
        findings.drafts().stream()
                .limit(candidatesAtMost(findings.retractions().size()))
                .forEach(draft -> complete(draft, turn, () -> topic(extractable), collected));
        return collected.result();
    }

    /// What the user's own words in the window say first that they are about.
    private Optional<String> topic(Window window) {
        return window.latest(LOOKBACK).stream()
                .filter(reading -> reading.isBy(Role.USER))
                .flatMap(reading -> reading.sentences().stream())
                .limit(SENTENCES_FOR_TOPIC)
                .flatMap(sentence -> relations.topicOf(sentence.text(), entities.in(sentence.text())).stream())
                .findFirst();
    }

    private void complete(Draft draft, Turn turn, Supplier<Optional<String>> topic, Collected collected) {
        String said = Dating.undated(draft.content());
        Words words = Words.of(said);
        Optional<OwnVerdict.Never> never = ignoring.never(words);
        if (never.isPresent()) {
            collected.rejected.add(
                    new Rejected(turn.id(), draft.content(), never.get().why()));
            return;
        }
        Importance importance = Importance.of(draft.type(), words, rules);
        Collection<Entity> named = entities.in(said);
        Set<String> why = new LinkedHashSet<>(draft.why());
        importance.factors().forEach(factor -> why.add(factor.why()));
        List<RelationMention> ties =
                draft.type() == MemoryType.CODE ? List.of() : relations.in(said, named, turn.id(), topic);
        collected.candidates.add(new Candidate(
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
                rules.signals("changes", words),
                String.join("; ", why),
                ties));
        named.forEach(entity -> collected.entities.add(
                new EntityMention(entity.name(), entity.kind(), entity.aliases(), List.of(turn.id()))));
        turn.utterance()
                .speaker()
                .ifPresent(speaker -> collected.entities.add(
                        new EntityMention(speaker, Entity.PERSON, List.of(), List.of(turn.id()))));
        collected.relations.addAll(ties);
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

    private static final class Collected {
        private final List<Candidate> candidates = new ArrayList<>();
        private final List<Rejected> rejected = new ArrayList<>();
        private final List<EntityMention> entities = new ArrayList<>();
        private final List<RelationMention> relations = new ArrayList<>();
        private final List<Retraction> retractions = new ArrayList<>();
        private int redactions;

        void add(Extraction one) {
            candidates.addAll(one.candidates());
            rejected.addAll(one.rejected());
            entities.addAll(one.entities());
            relations.addAll(one.relations());
            retractions.addAll(one.retractions());
            redactions += one.redactions();
        }

        Extraction result() {
            return new Extraction(candidates, rejected, merged(entities), relations, retractions, redactions);
        }

        private static List<EntityMention> merged(List<EntityMention> mentions) {
            return mentions.stream()
                    .collect(Collectors.groupingBy(EntityMention::name, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .map(Collected::merge)
                    .toList();
        }

        private static EntityMention merge(Collection<EntityMention> same) {
            EntityMention first = same.iterator().next();
            List<TurnId> turns = same.stream()
                    .flatMap(mention -> mention.turnIds().stream())
                    .distinct()
                    .toList();
            return new EntityMention(first.name(), first.kind(), first.aliases(), turns);
        }
    }
}
