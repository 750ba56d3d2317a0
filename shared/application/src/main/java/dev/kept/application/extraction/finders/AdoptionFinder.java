package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.reading.Reading;
import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.reading.Wording;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the assistant proposed and the user took up: both turns are sources. A proposal that nobody answered, or that
/// the user only found interesting, is not a decision.
final class AdoptionFinder implements Finder {
    private static final int PROPOSAL_CHARACTERS = 320;

    private final ExtractionRules rules;
    private final Leaning leaning;
    private final Wording wording;

    AdoptionFinder(ExtractionRules rules, Leaning leaning, Wording wording) {
        this.rules = rules;
        this.leaning = leaning;
        this.wording = wording;
    }

    @Override
    public void find(Window window, Findings findings) {
        Optional<Sentence> acceptance = window.now().sentences().stream()
                .limit(2)
                .filter(sentence -> !findings.isUsed(sentence) && !sentence.isQuestion())
                .filter(sentence -> rules.signals("accepts", sentence.words()))
                .findFirst();
        Optional<Reading> answered = window.answered();
        if (acceptance.isEmpty() || answered.isEmpty()) {
            return;
        }
        List<Sentence> proposals = answered.get().sentences().stream()
                .filter(sentence -> rules.signals("proposes", sentence.words()))
                .toList();
        if (!proposals.isEmpty()) {
            keep(window, acceptance.get(), leaning.supported(proposals, answered.get()), findings);
        }
    }

    private void keep(Window window, Sentence acceptance, List<Sentence> proposals, Findings findings) {
        String proposed = Wording.shortened(wording.content(proposals), PROPOSAL_CHARACTERS);
        String content = proposed + " — agreed: " + wording.content(List.of(acceptance));
        TypeScores scores = new TypeScores(rules.cues(Words.of(proposed + " " + acceptance.text())), Set.of());
        List<String> why = new ArrayList<>(List.of("a proposal that the user accepted"));
        scores.cues().forEach(cue -> why.add(cue.why()));
        findings.use(acceptance);
        findings.keep(new Draft(
                type(scores),
                content,
                wording.summary(proposed),
                0.7,
                List.of(proposals.getFirst().turn(), window.now().turn()),
                Trust.ADOPTED,
                why.stream().distinct().toList()));
    }

    private static MemoryType type(TypeScores scores) {
        return scores.of(MemoryType.PREFERENCE) >= 3
                ? MemoryType.PREFERENCE
                : scores.of(MemoryType.PATTERN) >= 3 ? MemoryType.PATTERN : MemoryType.DECISION;
    }
}
