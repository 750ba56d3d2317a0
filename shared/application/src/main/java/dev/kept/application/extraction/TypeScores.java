package dev.kept.application.extraction;

import dev.kept.domain.memory.MemoryType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How much speaks for each type, and what.
final class TypeScores {
    static final TypeScores NONE = new TypeScores(List.of());

    private final List<Cue> cues;
    private final Map<MemoryType, Double> weights = new EnumMap<>(MemoryType.class);

    TypeScores(Collection<Cue> cues) {
        this.cues = List.copyOf(cues);
        this.cues.forEach(cue -> weights.merge(cue.type(), cue.weight(), Double::sum));
    }

    TypeScores plus(TypeScores other) {
        List<Cue> all = new ArrayList<>(cues);
        other.cues.stream().filter(cue -> !all.contains(cue)).forEach(all::add);
        return new TypeScores(all);
    }

    TypeScores without(MemoryType type) {
        return new TypeScores(cues.stream().filter(cue -> cue.type() != type).toList());
    }

    List<Cue> cues() {
        return cues;
    }

    double of(MemoryType type) {
        return weights.getOrDefault(type, 0.0);
    }

    /// The strongest type; of equals, the one that is declared last, as the more special one.
    Optional<MemoryType> best() {
        return weights.entrySet().stream()
                .max(Map.Entry.<MemoryType, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    double strength() {
        return best().map(this::of).orElse(0.0);
    }
}
