package dev.kept.application.extraction.consolidation;

import dev.kept.domain.memory.Memory;
import java.util.List;
import java.util.stream.Stream;

/// How a candidate stands to what is known.
sealed interface Comparison {
    /// The same, when it is known to take the place of a memory, too.
    default Comparison alsoUpdating(Memory old) {
        return switch (this) {
            case Updates(List<Memory> outdated) ->
                new Updates(Stream.concat(Stream.of(old), outdated.stream())
                        .distinct()
                        .limit(Comparing.OUTDATED_AT_MOST)
                        .toList());
            case New _, Same _, Late _ -> new Updates(List.of(old));
        };
    }

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
