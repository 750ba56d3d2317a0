package dev.kept.application.extraction.rules;

import dev.kept.domain.memory.MemoryType;

/// A sign that a sentence holds a memory of a type.
///
/// @param weight 1 a hint, 2 likely, 3 decisive
/// @param why shown with the memory
/// @param own whether a user laid it over the bundled ones, whose weights are fitted
public record Cue(MemoryType type, double weight, String why, boolean own) {
    static Cue bundled(MemoryType type, double weight, String why) {
        return new Cue(type, weight, why, false);
    }
}
