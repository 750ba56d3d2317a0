package dev.kept.functions.extractionrules;

import dev.kept.application.extraction.trial.Trial;
import dev.kept.application.extraction.trial.Trial.Effect;
import dev.kept.application.extraction.trial.Trial.Kept;
import dev.kept.application.extraction.trial.Trial.Side;
import dev.kept.application.extraction.trial.Trial.Tried;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What rules would do.
///
/// @param effects how many memories would be how
record TrialView(int turns, Map<String, Integer> effects, List<TriedMemory> memories) {
    /// @param names what the client calls its own turns
    static TrialView of(Trial trial, Map<TurnId, String> names) {
        Map<String, Integer> effects = new TreeMap<>();
        for (Effect effect : Effect.values()) {
            effects.put(effect.name().toLowerCase(Locale.ROOT), 0);
        }
        trial.memories().forEach(one -> effects.merge(one.effect().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        return new TrialView(
                trial.turns(),
                effects,
                trial.memories().stream().map(one -> TriedMemory.of(one, names)).toList());
    }

    record TriedMemory(Effect effect, String content, List<String> sourceTurnIds, SideView before, SideView after) {
        static TriedMemory of(Tried tried, Map<TurnId, String> names) {
            return new TriedMemory(
                    tried.effect(),
                    tried.content(),
                    tried.sourceTurnIds().stream()
                            .map(id -> names.getOrDefault(id, id.value()))
                            .toList(),
                    SideView.of(tried.before()),
                    SideView.of(tried.after()));
        }
    }

    /// @param why the rules that keep it, or the one that does not
    record SideView(
            boolean kept,
            Optional<MemoryType> type,
            Optional<Double> importance,
            Optional<List<String>> entities,
            String why) {
        static SideView of(Side side) {
            Optional<Kept> kept = side.kept();
            return new SideView(
                    kept.isPresent(),
                    kept.map(Kept::type),
                    kept.map(Kept::importance),
                    kept.map(Kept::entities),
                    side.why());
        }
    }
}
