package dev.kept.application.extraction;

import dev.kept.domain.memory.Memory;
import java.util.List;

/// How a candidate stands to what is known.
sealed interface Comparison {
    /// Nothing known says this.
    record New() implements Comparison {}

    /// A known memory says the same.
    record Same(Memory known) implements Comparison {}

    /// It takes the place of known memories.
    record Updates(List<Memory> outdated) implements Comparison {
        public Updates {
            outdated = List.copyOf(outdated);
        }
    }

    /// It was said before a known memory that took its place, and only comes later.
    record Late(Memory newer) implements Comparison {}
}
