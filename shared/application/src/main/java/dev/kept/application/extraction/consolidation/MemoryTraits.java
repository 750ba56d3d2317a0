package dev.kept.application.extraction.consolidation;

import dev.kept.application.extraction.names.Entity;
import dev.kept.application.extraction.names.EntityFinder;
import dev.kept.application.extraction.names.Technologies;
import dev.kept.application.extraction.reading.Gist;
import dev.kept.application.extraction.rules.Cue;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.rules.Importance;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.memory.MemoryType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Shows the signs that consolidation reads off memories, for the program that fits what they weigh. Nothing else needs
/// it.
public final class MemoryTraits {
    /// What makes a statement important that takes the place of another, among those of {@link #importance}.
    public static final String TAKES_A_PLACE = Importance.TAKES_A_PLACE;

    private final ExtractionRules rules;
    private final EntityFinder entities;
    private final UpdateSigns signs;
    private final Nearness nearness;

    public MemoryTraits(Linguistics linguistics, Nearness nearness) {
        this.rules = ExtractionRules.bundled();
        Technologies technologies = Technologies.bundled();
        this.entities = new EntityFinder(rules, technologies, linguistics);
        this.signs = new UpdateSigns(rules, technologies);
        this.nearness = nearness;
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
