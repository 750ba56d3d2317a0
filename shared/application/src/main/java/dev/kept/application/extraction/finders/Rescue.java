package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.reading.Wording;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.rules.OwnVerdict;
import dev.kept.application.extraction.words.ContentWords;
import dev.kept.domain.memory.Trust;
import java.util.List;
import java.util.Set;

/// Keeps the sentences that own rules always keep and no other finder kept; so it comes last. What is personal data of
/// somebody stays out all the same.
final class Rescue implements Finder {
    private static final double CONFIDENCE = 0.8;

    private final ExtractionRules rules;
    private final Judge judge;
    private final Wording wording;

    Rescue(ExtractionRules rules, Wording wording) {
        this.rules = rules;
        this.judge = new Judge(rules);
        this.wording = wording;
    }

    @Override
    public void find(Window window, Findings findings) {
        for (Sentence sentence : window.now().sentences()) {
            rules.verdict(sentence.words())
                    .filter(OwnVerdict.Always.class::isInstance)
                    .filter(_ -> !judge.isPersonal(sentence) && !isKept(sentence, findings))
                    .ifPresent(verdict -> keep(sentence, verdict, findings));
        }
    }

    private boolean isKept(Sentence sentence, Findings findings) {
        Set<String> said = ContentWords.of(sentence.text());
        return findings.drafts().stream()
                .anyMatch(draft -> ContentWords.of(draft.content()).containsAll(said));
    }

    private void keep(Sentence sentence, OwnVerdict verdict, Findings findings) {
        TypeScores scores = new TypeScores(rules.cues(sentence.words()), Set.of());
        String content = wording.withSpeaker(wording.content(List.of(sentence)), sentence.turn());
        findings.acquit(sentence);
        findings.keep(new Draft(
                scores.best(),
                content,
                wording.summary(content),
                CONFIDENCE,
                List.of(sentence.turn()),
                Trust.USER,
                List.of(verdict.why())));
    }
}
