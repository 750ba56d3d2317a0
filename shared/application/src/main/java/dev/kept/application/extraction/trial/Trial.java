package dev.kept.application.extraction.trial;

import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryType;
import java.util.List;
import java.util.Optional;

/// What other rules would make of some turns.
///
/// @param turns how many were read
/// @param memories what is kept before or after, in the order of the turns
public record Trial(int turns, List<Tried> memories) {
    public Trial {
        memories = List.copyOf(memories);
    }

    public enum Effect {
        /// Would be kept, and is not.
        ADDED,
        /// Would not be kept any more.
        REMOVED,
        /// Would be of another type.
        RETYPED,
        /// Would have another importance, or other entities.
        REWEIGHED,
        UNCHANGED
    }

    /// A memory, or what would be one.
    public record Tried(Effect effect, String content, List<TurnId> sourceTurnIds, Side before, Side after) {
        public Tried {
            sourceTurnIds = List.copyOf(sourceTurnIds);
        }
    }

    /// What becomes of it by one set of rules.
    ///
    /// @param kept empty when it is not
    /// @param why the rules that keep it, or the one that does not
    public record Side(Optional<Kept> kept, String why) {}

    public record Kept(MemoryType type, double importance, List<String> entities) {
        public Kept {
            entities = List.copyOf(entities);
        }
    }
}
