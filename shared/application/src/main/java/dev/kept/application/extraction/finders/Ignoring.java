package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.reading.Reading;
import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.rules.OwnVerdict;
import dev.kept.application.extraction.words.Words;
import java.util.List;
import java.util.Optional;

/// Takes the sentences out of a window that own rules never keep, so that no finder builds on them, and out of drafts
/// what holds such words in another form, e.g. in code.
public final class Ignoring {
    private final ExtractionRules rules;

    public Ignoring(ExtractionRules rules) {
        this.rules = rules;
    }

    Window allowed(Window window, Findings findings) {
        if (!rules.hasVerdicts()) {
            return window;
        }
        for (Sentence sentence : window.now().sentences()) {
            never(sentence.words()).ifPresent(verdict -> findings.reject(sentence, verdict.why()));
        }
        return new Window(window.before().stream().map(this::allowed).toList(), allowed(window.now()));
    }

    /// The own rule by which a text with these words is never kept.
    public Optional<OwnVerdict.Never> never(Words words) {
        return rules.verdict(words).filter(OwnVerdict.Never.class::isInstance).map(OwnVerdict.Never.class::cast);
    }

    /// The same turn without the sentences that are never kept.
    public Reading allowed(Reading reading) {
        List<Sentence> rest = reading.sentences().stream()
                .filter(sentence -> never(sentence.words()).isEmpty())
                .toList();
        return reading.with(rest);
    }
}
