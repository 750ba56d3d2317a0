package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.names.EntityFinder;
import dev.kept.application.extraction.names.Technologies;
import dev.kept.application.extraction.reading.Reading;
import dev.kept.application.extraction.reading.TurnReader;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.voices.ForeignSigns;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Shows the traits that extraction sees of what is said, for the program that fits what they weigh. Nothing else needs
/// it.
public final class SpokenTraits {
    private final TurnReader reader;
    private final Traits traits;
    private final FixTraits fixes;

    public SpokenTraits(Redactor redactor, Linguistics linguistics) {
        ExtractionRules rules = ExtractionRules.bundled();
        EntityFinder entities = new EntityFinder(rules, Technologies.bundled(), linguistics);
        this.reader = new TurnReader(redactor, ForeignSigns.bundled(), entities, linguistics);
        this.traits = new Traits(rules, entities);
        this.fixes = new FixTraits(rules);
    }

    /// A sentence with what is seen of it.
    public record SentenceTraits(String text, Set<String> traits) {}

    /// A turn of the user.
    ///
    /// @param answered whether an assistant spoke before
    /// @param fix what is seen of it as the confirmation of a fix
    public record TurnTraits(TurnId turnId, List<SentenceTraits> sentences, boolean answered, Set<String> fix) {
        public TurnTraits {
            sentences = List.copyOf(sentences);
        }
    }

    /// The user's turns among those of a session.
    public List<TurnTraits> of(List<Turn> session) {
        List<Reading> readings = session.stream().map(reader::read).toList();
        List<TurnTraits> all = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i).isBy(Role.USER)) {
                List<Reading> before = readings.subList(Math.max(0, i - ExtractionInput.LOOKBACK), i);
                all.add(of(new Window(before, readings.get(i))));
            }
        }
        return all;
    }

    private TurnTraits of(Window window) {
        Map<Integer, Set<String>> seen = traits.of(window);
        return new TurnTraits(
                window.now().turn().id(),
                window.now().sentences().stream()
                        .map(sentence ->
                                new SentenceTraits(sentence.text(), seen.getOrDefault(sentence.position(), Set.of())))
                        .toList(),
                window.before().stream().anyMatch(reading -> reading.isBy(Role.ASSISTANT)),
                fixes.of(window));
    }
}
