package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.names.EntityFinder;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.reading.Wording;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.domain.extraction.Linguistics;
import java.util.List;

/// All that is looked for in a turn, in the order in which evidence goes to one finder rather than another: what is
/// taken back, code, fixes, proposals that were taken up, statements, and last what own rules always keep.
public final class Finders {
    private final Ignoring ignoring;
    private final List<Finder> finders;

    public Finders(ExtractionRules rules, EntityFinder entities, Wording wording, Linguistics linguistics) {
        Leaning leaning = new Leaning(new Grammar(linguistics), new Judge(rules), entities);
        Correction correction = new Correction(entities, entities.technologies(), wording);
        this.ignoring = new Ignoring(rules);
        this.finders = List.of(
                new RetractionFinder(rules, correction, wording),
                new CodeFinder(rules, wording),
                new FixFinder(rules, entities, leaning, wording),
                new AdoptionFinder(rules, leaning, wording),
                new StatementFinder(rules, leaning, entities, wording),
                new Rescue(rules, wording));
    }

    /// What is found in the newest turn of a window; nothing of what own rules never keep.
    public Findings find(Window window) {
        Findings findings = new Findings();
        Window allowed = ignoring.allowed(window, findings);
        finders.forEach(finder -> finder.find(allowed, findings));
        return findings;
    }
}
