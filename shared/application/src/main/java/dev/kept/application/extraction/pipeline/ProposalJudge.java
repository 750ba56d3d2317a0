package dev.kept.application.extraction.pipeline;

import dev.kept.application.extraction.finders.Draft;
import dev.kept.application.extraction.finders.Judge;
import dev.kept.application.extraction.model.PromptPart;
import dev.kept.application.extraction.model.Reply.Proposal;
import dev.kept.application.extraction.names.EntityFinder;
import dev.kept.application.extraction.pipeline.Transcript.Entry;
import dev.kept.application.extraction.reading.CodeOutline;
import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.reading.Wording;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.util.List;
import java.util.Optional;

/// Decides whether what a model proposes may be kept. It must cite turns that were shown, end with a new turn of the
/// user, say what those turns say, and be the user's: stated, or proposed by the assistant and taken up.
final class ProposalJudge {
    /// Of a statement this much is in the user's own words; an answer leans on its question for the rest.
    private static final double OWN_SHARE = 0.3;

    private static final int CODE_CHARACTERS = 2_000;
    private static final List<String> ACCEPTING = List.of("accepts", "fixed", "fixed-for-sure", "adopts-code");

    private final ExtractionRules rules;
    private final EntityFinder entities;
    private final Wording wording;
    private final Judge judge;

    ProposalJudge(ExtractionRules rules, EntityFinder entities, Wording wording) {
        this.rules = rules;
        this.entities = entities;
        this.wording = wording;
        this.judge = new Judge(rules);
    }

    /// What came of a proposal.
    sealed interface Verdict {
        record Kept(Draft draft) implements Verdict {}

        record Refused(String reason) implements Verdict {}
    }

    Verdict judge(Proposal proposal, Transcript transcript) {
        List<Entry> cited = proposal.turns().stream()
                .distinct()
                .flatMap(label -> transcript.find(label).stream())
                .sorted((one, other) -> one.turn().id().compareTo(other.turn().id()))
                .toList();
        if (cited.size() < proposal.turns().stream().distinct().count()) {
            return new Verdict.Refused("cites a turn that was not shown");
        }
        Entry trigger = cited.getLast();
        if (!trigger.isBy(Role.USER) || cited.stream().anyMatch(entry -> entry.isBy(Role.TOOL))) {
            return new Verdict.Refused("rests on what the user did not say");
        }
        if (trigger.shown().seen()) {
            return new Verdict.Refused("cites nothing new");
        }
        return withCode(proposal, transcript, cited);
    }

    private Verdict withCode(Proposal proposal, Transcript transcript, List<Entry> cited) {
        Optional<PromptPart.Code> code = proposal.code().flatMap(transcript::code);
        boolean named = proposal.type() == MemoryType.CODE || proposal.code().isPresent();
        if (named
                && (code.isEmpty()
                        || cited.stream().noneMatch(entry -> entry.parts().contains(code.get())))) {
            return new Verdict.Refused("names code that its turns do not show");
        }
        return refusal(proposal.content(), cited)
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> owned(proposal, cited, code));
    }

    private Optional<String> refusal(String content, List<Entry> cited) {
        Evidence evidence = new Evidence(cited);
        Sentence sentence = new Sentence(cited.getLast().turn(), 0, content, Words.of(content));
        if (judge.isPersonal(sentence)) {
            return Optional.of("personal data");
        }
        if (!evidence.hasNames(content, entities.in(content))) {
            return Optional.of("names what its turns do not");
        }
        return evidence.share(content) < Evidence.SHARE ? Optional.of("says what its turns do not") : Optional.empty();
    }

    private Verdict owned(Proposal proposal, List<Entry> cited, Optional<PromptPart.Code> code) {
        List<Entry> users =
                cited.stream().filter(entry -> entry.isBy(Role.USER)).toList();
        boolean stated = Evidence.inWords(users).share(proposal.content()) >= OWN_SHARE;
        boolean others = users.size() < cited.size();
        boolean accepts = others && accepts(cited.getLast());
        if (!accepts && (!stated || proposal.adopted())) {
            return new Verdict.Refused("proposed, and not taken up");
        }
        Trust trust = accepts && (proposal.adopted() || !stated) ? Trust.ADOPTED : Trust.USER;
        return kept(proposal, cited, code, trust);
    }

    private boolean accepts(Entry answer) {
        for (String line : answer.said().split("(?<=[.!?\\n])\\s+", -1)) {
            Words words = Words.of(line);
            if (!line.endsWith("?") && ACCEPTING.stream().anyMatch(signal -> rules.signals(signal, words))) {
                return true;
            }
        }
        return false;
    }

    private Verdict kept(Proposal proposal, List<Entry> cited, Optional<PromptPart.Code> code, Trust trust) {
        Turn turn = cited.getLast().turn();
        String said = wording.withSpeaker(wording.dated(proposal.content(), turn), turn);
        Draft draft = new Draft(
                proposal.type(),
                code.map(block -> said + "\n" + fenced(block)).orElse(said),
                wording.summary(said),
                trust == Trust.USER ? 0.85 : 0.75,
                cited.stream().map(Entry::turn).toList(),
                trust,
                List.of(trust == Trust.USER ? "a model found it stated" : "a model found it proposed and accepted"));
        return new Verdict.Kept(draft);
    }

    private static String fenced(PromptPart.Code block) {
        String code =
                block.text().length() <= CODE_CHARACTERS ? block.text() : CodeOutline.of(block.text(), CODE_CHARACTERS);
        return "```" + block.language() + "\n" + code + "\n```";
    }
}
