package dev.kept.application.extraction;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Shows the traits that extraction sees, for the program that fits what they weigh. Nothing else needs it.
public final class SpokenTraits {
    public static final String TAKES_A_PLACE = Importance.TAKES_A_PLACE;

    private final ExtractionRules rules;
    private final TurnReader reader;
    private final Traits traits;
    private final FixTraits fixes;
    private final EntityFinder entities;
    private final UpdateSigns signs;
    private final Nearness nearness;

    public SpokenTraits(Redactor redactor, Linguistics linguistics, Nearness nearness) {
        this.rules = ExtractionRules.bundled();
        Technologies technologies = Technologies.bundled();
        this.entities = new EntityFinder(rules, technologies, linguistics);
        this.reader = new TurnReader(redactor, ForeignSigns.bundled(), entities, linguistics);
        this.traits = new Traits(rules, entities);
        this.fixes = new FixTraits(rules);
        this.signs = new UpdateSigns(rules, technologies);
        this.nearness = nearness;
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
                List<Reading> before = readings.subList(Math.max(0, i - ExtractionPipeline.LOOKBACK), i);
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

    /// What makes a statement more or less important, beside its type.
    public Set<String> importance(String content) {
        return rules.importanceFactors(Words.of(content)).stream().map(Cue::why).collect(Collectors.toSet());
    }

    /// What a statement weighs that takes the place of another.
    public static double importanceOfUpdate(double importance) {
        return Importance.ofUpdate(importance);
    }

    /// What speaks for a statement taking the place of an older one, each about 0 to 2.
    ///
    /// @param oneSitting whether both were said in one sitting
    public Map<String, Double> update(
            MemoryType olderType, String older, MemoryType newerType, String newer, boolean oneSitting) {
        Map<String, Double> named = new LinkedHashMap<>();
        signs.of(said(olderType, older), said(newerType, newer), oneSitting)
                .forEach((sign, value) -> named.put(sign.label(), value));
        nearness.of(older, newer).forEach((sign, value) -> named.put(sign.label(), value));
        return named;
    }

    /// The same of statements said on different days, whose types nobody told.
    public Map<String, Double> update(String older, String newer) {
        Map<String, Double> named = update(MemoryType.FACT, older, MemoryType.FACT, newer, false);
        named.remove(UpdateSign.older(MemoryType.FACT).label());
        named.remove(UpdateSign.newer(MemoryType.FACT).label());
        return named;
    }

    private UpdateSigns.Said said(MemoryType type, String content) {
        return new UpdateSigns.Said(
                type,
                content,
                Gist.of(content),
                entities.in(content).stream().map(Entity::name).toList());
    }
}
