package dev.kept.application.extraction.pipeline;

import dev.kept.application.extraction.dates.Dating;
import dev.kept.application.extraction.finders.Draft;
import dev.kept.application.extraction.finders.Finders;
import dev.kept.application.extraction.finders.Findings;
import dev.kept.application.extraction.finders.Ignoring;
import dev.kept.application.extraction.found.Extracted;
import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.found.Extractor;
import dev.kept.application.extraction.found.ReadTurn;
import dev.kept.application.extraction.found.Rejected;
import dev.kept.application.extraction.found.Retraction;
import dev.kept.application.extraction.names.EntityFinder;
import dev.kept.application.extraction.names.Technologies;
import dev.kept.application.extraction.reading.Echoes;
import dev.kept.application.extraction.reading.Reading;
import dev.kept.application.extraction.reading.TurnReader;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.reading.Wording;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.rules.OwnLayer;
import dev.kept.application.extraction.voices.ForeignSigns;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.rules.RuleSet;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what is worth keeping in turns, without a model: redact, segment, split into sentences, find candidates,
/// judge, type, weigh, name. What is known already is not its business; see `ExtractSession`.
///
/// Only a turn of the user completes a candidate: what an assistant, a tool or a system says becomes one when the
/// user takes it up. A candidate is made exactly when the turn that completes it is among `turns`, from that turn and
/// the {@link ExtractionInput#LOOKBACK} turns before it, so results do not depend on how turns are cut into batches.
public final class ExtractionPipeline implements Extractor {
    /// Names the rules in every run; raised whenever they find something else.
    public static final String VERSION = "rules-3";

    /// Nobody says more than this worth keeping in one turn; what does is a pasted document.
    static final int CANDIDATES_PER_TURN = 12;

    private final Redactor redactor;
    private final Linguistics linguistics;
    private final ExtractionRules rules;
    private final Ignoring ignoring;
    private final TurnReader reader;
    private final Finders finders;
    private final EntityFinder entities;
    private final Wording wording;
    private final Weighing weighing;

    public ExtractionPipeline(Redactor redactor, Linguistics linguistics) {
        this(redactor, linguistics, List.of());
    }

    private ExtractionPipeline(Redactor redactor, Linguistics linguistics, List<OwnLayer> own) {
        this.redactor = redactor;
        this.linguistics = linguistics;
        this.rules = ExtractionRules.with(own);
        this.ignoring = new Ignoring(rules);
        Technologies technologies = Technologies.bundled()
                .with(own.stream()
                        .flatMap(layer -> layer.rules().entities().stream())
                        .toList());
        this.entities = new EntityFinder(rules, technologies, linguistics);
        this.reader = new TurnReader(redactor, ForeignSigns.bundled(), entities, linguistics);
        this.wording = new Wording(rules, new Dating(linguistics));
        this.finders = new Finders(rules, entities, wording, linguistics);
        this.weighing = new Weighing(rules, entities, linguistics);
    }

    /// The same stages with own rules over the bundled ones.
    ///
    /// @param own each over those before it
    public ExtractionPipeline with(List<RuleSet> own) {
        return new ExtractionPipeline(
                redactor, linguistics, own.stream().map(OwnLayer::of).toList());
    }

    public Extraction extract(ExtractionInput input) {
        return Extraction.together(extractEach(input));
    }

    /// Another reader, held to the own rules of this one.
    Extractor screening(Extractor other) {
        return rules.hasVerdicts() ? new Screened(other, this, rules) : other;
    }

    @Override
    public Extracted read(ExtractionInput input) {
        return new Extracted(extractEach(input), ExtractionMethod.rules(VERSION));
    }

    /// One extraction for each of `input.turns()`, in their order.
    public List<Extraction> extractEach(ExtractionInput input) {
        List<Turn> turns =
                Stream.concat(input.lookback().stream(), input.turns().stream()).toList();
        List<Reading> readings = turns.stream()
                .map(turn -> reader.read(turn, input.boilerplateOf(turn)))
                .toList();
        List<Extraction> each = new ArrayList<>();
        for (int i = input.lookback().size(); i < turns.size(); i++) {
            List<Reading> before = Echoes.without(readings.subList(Math.max(0, i - ExtractionInput.LOOKBACK), i));
            Window window = new Window(before, readings.get(i));
            each.add(read(window));
        }
        return List.copyOf(each);
    }

    /// Weighs and names a draft that somebody else made of a turn.
    Extraction complete(Draft draft, Turn turn) {
        return weighing.weighed(draft, turn, Optional::empty);
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
        if (!turn.utterance().extract() || !window.now().isBy(Role.USER)) {
            return before(window.now(), List.of(), List.of());
        }
        Window extractable = new Window(
                window.before().stream()
                        .filter(reading -> reading.turn().utterance().extract())
                        .toList(),
                window.now());
        Findings findings = finders.find(extractable);
        List<Extraction> parts = new ArrayList<>();
        parts.add(before(window.now(), findings.rejected(), findings.retractions()));
        findings.drafts().stream()
                .limit(candidatesAtMost(findings.retractions().size()))
                .map(draft -> weighing.weighed(draft, turn, () -> weighing.topic(extractable)))
                .forEach(parts::add);
        return Extraction.together(parts);
    }

    /// What is known of a turn before any draft of it is weighed.
    private static Extraction before(Reading reading, List<Rejected> rejected, List<Retraction> retractions) {
        List<Rejected> all =
                Stream.concat(reading.heldBack().stream(), rejected.stream()).toList();
        return new Extraction(List.of(), all, List.of(), List.of(), retractions, reading.redactions());
    }
}
