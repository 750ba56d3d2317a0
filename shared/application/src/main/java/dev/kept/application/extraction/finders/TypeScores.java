package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.rules.Cue;
import dev.kept.domain.memory.MemoryType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How much speaks for each type, and what: the rules that a text meets, and how often texts with its traits were of
/// which type.
final class TypeScores {
    private static final FittedWeights FITTED = FittedWeights.read("type-weights.tsv");
    /// What the bundled rules say besides what their traits weigh: it holds also where labelled talk was thin.
    private static final double RULES_SCALE = 0.5;

    /// A user's decisive cue outweighs whatever was fitted.
    private static final double OWN_SCALE = 2;

    private static final int NOTHING = FITTED.column("none");

    private final Set<Cue> cues;
    private final Set<String> traits;
    private final double[] odds;
    private final Map<MemoryType, Double> weights = new EnumMap<>(MemoryType.class);

    TypeScores(Collection<Cue> cues, Collection<String> traits) {
        this.cues = new LinkedHashSet<>(cues);
        this.traits = new LinkedHashSet<>(traits);
        this.odds = FITTED.odds(this.traits);
        this.cues.forEach(cue -> weights.merge(cue.type(), cue.weight(), Double::sum));
    }

    TypeScores plus(TypeScores other) {
        Set<Cue> allCues = new LinkedHashSet<>(cues);
        allCues.addAll(other.cues);
        Set<String> allTraits = new LinkedHashSet<>(traits);
        allTraits.addAll(other.traits);
        return new TypeScores(allCues, allTraits);
    }

    List<Cue> cues() {
        return List.copyOf(cues);
    }

    /// The weight of the rules that speak for a type.
    double of(MemoryType type) {
        return weights.getOrDefault(type, 0.0);
    }

    /// The weight of the rules for the type that they speak for most.
    double strength() {
        return weights.values().stream().mapToDouble(it -> it).max().orElse(0);
    }

    /// The probability that it is worth keeping, 0 to 1.
    double worth() {
        double nothing = Math.exp(odds[NOTHING]);
        return 1 - nothing / Arrays.stream(odds).map(Math::exp).sum();
    }

    /// The likeliest type.
    MemoryType best() {
        return best(Set.of());
    }

    /// The likeliest type but those.
    MemoryType best(Set<MemoryType> excluded) {
        return Arrays.stream(MemoryType.values())
                .filter(type -> !excluded.contains(type))
                .max(Comparator.comparingDouble(this::score))
                .orElse(MemoryType.FACT);
    }

    private double score(MemoryType type) {
        double own = cues.stream()
                .filter(cue -> cue.own() && cue.type() == type)
                .mapToDouble(cue -> OWN_SCALE * cue.weight())
                .sum();
        return RULES_SCALE * of(type) + odds[FITTED.column(type.name().toLowerCase(Locale.ROOT))] + own;
    }
}
