package dev.kept.application.extraction;

import dev.kept.domain.memory.MemoryType;

/// A sign that a sentence holds a memory of a type.
///
/// @param weight 1 a hint, 2 likely, 3 decisive
/// @param why shown with the memory
record Cue(MemoryType type, double weight, String why) {}
