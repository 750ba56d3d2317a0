package dev.kept.domain.context;

import dev.kept.domain.search.Kind;
import java.util.Optional;

/// Something that was recalled and does not stand in the context.
///
/// @param score what it would have been worth
/// @param repeats the item that says the same; with reason `REPEATS`
public record Omission(Kind kind, String id, double score, Reason reason, Optional<String> repeats) {
    public enum Reason {
        /// The budget was better spent on others.
        NO_ROOM,
        /// Another item says the same, and carries its sources.
        REPEATS,
        /// It is worth too little beside the best to take the reader's time.
        BELOW_FLOOR
    }
}
