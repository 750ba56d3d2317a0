package dev.kept.application.extraction.pipeline;

import dev.kept.application.extraction.finders.Draft;
import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.EntityMention;
import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.Rejected;
import dev.kept.application.extraction.found.RelationMention;
import dev.kept.application.extraction.model.Reply;
import dev.kept.application.extraction.model.Reply.Named;
import dev.kept.application.extraction.model.Reply.Proposal;
import dev.kept.application.extraction.model.Reply.Tie;
import dev.kept.application.extraction.pipeline.ProposalJudge.Verdict;
import dev.kept.application.extraction.pipeline.Transcript.Entry;
import dev.kept.application.redaction.Redacted;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A batch of turns with a model's reply to them: each proposal is judged and goes to the turn that
/// completes it, in the place of what the rules found there.
final class ModelBatch {
    private final Transcript transcript;
    private final ExtractionPipeline rules;
    private final Redactor redactor;
    private final Map<TurnId, Found> found = new LinkedHashMap<>();
    private final Turn last;

    private static final class Found {
        final List<Candidate> candidates = new ArrayList<>();
        final List<Rejected> rejected = new ArrayList<>();
        final Map<String, EntityMention> entities = new LinkedHashMap<>();
        final List<RelationMention> relations = new ArrayList<>();
        int redactions;
    }

    ModelBatch(Transcript transcript, List<Turn> turns, ExtractionPipeline rules, Redactor redactor) {
        this.transcript = transcript;
        this.rules = rules;
        this.redactor = redactor;
        this.last = turns.getLast();
        turns.forEach(turn -> found.put(turn.id(), new Found()));
    }

    void add(Reply reply, ProposalJudge judge) {
        for (Proposal written : reply.memories()) {
            Redacted redacted = redactor.redact(written.content());
            at(last.id()).redactions += redacted.total();
            Proposal proposal = written.withContent(redacted.text());
            switch (judge.judge(proposal, transcript)) {
                case Verdict.Kept(Draft draft) -> keep(proposal, draft);
                case Verdict.Refused(String reason) -> refuse(proposal, reason);
            }
        }
        reply.relations().forEach(this::relate);
    }

    private void keep(Proposal proposal, Draft draft) {
        Turn trigger = draft.sources().getLast();
        Found here = at(trigger.id());
        if (here.candidates.size() == ExtractionPipeline.CANDIDATES_PER_TURN) {
            refuse(proposal, "more than one turn says");
            return;
        }
        List<Named> names = said(proposal);
        Extraction completed = rules.complete(draft, trigger);
        List<String> labels = names.stream().map(Named::name).toList();
        completed.candidates().forEach(it -> here.candidates.add(it.named(labels, proposal.changes())));
        here.rejected.addAll(completed.rejected());
        here.relations.addAll(completed.relations());
        completed.entities().forEach(entity -> here.entities.putIfAbsent(entity.name(), entity));
        List<TurnId> sources = draft.sources().stream().map(Turn::id).toList();
        names.forEach(named -> here.entities.putIfAbsent(
                named.name(), new EntityMention(named.name(), named.kind(), List.of(), sources)));
    }

    /// Names that stand in the turns; others are left out, and the memory stays.
    private List<Named> said(Proposal proposal) {
        Evidence evidence = new Evidence(proposal.turns().stream()
                .flatMap(label -> transcript.find(label).stream())
                .toList());
        return proposal.entities().stream()
                .filter(named -> evidence.says(named.name()))
                .distinct()
                .toList();
    }

    private void refuse(Proposal proposal, String reason) {
        TurnId turn = proposal.turns().stream()
                .flatMap(label -> transcript.find(label).stream())
                .map(entry -> entry.turn().id())
                .filter(found::containsKey)
                .reduce((_, later) -> later)
                .orElse(last.id());
        at(turn).rejected.add(new Rejected(turn, proposal.content(), reason));
    }

    /// Both ends stand in a turn that is new.
    private void relate(Tie tie) {
        Optional<Entry> entry = transcript
                .find(tie.turn())
                .filter(turn -> found.containsKey(turn.turn().id()))
                .filter(turn -> {
                    Evidence evidence = new Evidence(List.of(turn));
                    return evidence.says(tie.from()) && evidence.says(tie.to());
                });
        entry.map(turn -> turn.turn().id())
                .ifPresent(turn ->
                        at(turn).relations.add(new RelationMention(tie.from(), tie.relation(), tie.to(), turn)));
    }

    private Found at(TurnId turn) {
        return Optional.ofNullable(found.get(turn)).orElseThrow();
    }

    /// @param byRules what the rules found in the same turns, in their order
    List<Extraction> extractions(List<Turn> turns, List<Extraction> byRules) {
        List<Extraction> each = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            each.add(extraction(at(turns.get(i).id()), byRules.get(i)));
        }
        return each;
    }

    private Extraction extraction(Found here, Extraction byRules) {
        List<Rejected> rejected = new ArrayList<>(here.rejected);
        byRules.rejected().stream().filter(Rejected::isQuarantined).forEach(rejected::add);
        return new Extraction(
                withCorrections(
                        here.candidates.stream()
                                .map(it -> it.tied(here.relations))
                                .toList(),
                        byRules),
                rejected,
                List.copyOf(here.entities.values()),
                here.relations,
                byRules.retractions(),
                byRules.redactions() + here.redactions);
    }

    /// What is taken back the rules find, and with it what is said instead.
    private static List<Candidate> withCorrections(List<Candidate> candidates, Extraction byRules) {
        List<String> instead = byRules.retractions().stream()
                .flatMap(retraction -> retraction.instead().stream())
                .toList();
        Stream<Candidate> corrections =
                byRules.candidates().stream().filter(candidate -> instead.contains(candidate.content()));
        int others = ExtractionPipeline.candidatesAtMost(byRules.retractions().size()) - instead.size();
        return Stream.concat(corrections, candidates.stream().limit(others)).toList();
    }
}
