package dev.kept.domain.search;

import java.time.Instant;
import java.util.Optional;

/// A change from one embedding model to another, under way.
///
/// @param cursor where filling goes on; empty at the beginning
/// @param indexed records that were brought in by this pass
/// @param failed records that were rejected in this pass
/// @param startedAt when it was begun, or decided
/// @param version counts the changes of this record, from 1; 0 before it is stored
public record ModelChange(
        String from,
        String to,
        Stage stage,
        Optional<String> cursor,
        long indexed,
        long failed,
        Instant startedAt,
        long version) {

    /// How far it is.
    public enum Stage {
        /// The index of the new model is being filled, beside the old one.
        FILLING,
        /// Both indexes hold everything; searches may ask either.
        READY,
        /// The new model stays: the old index is dropped, and records are given the vectors of the new model.
        SETTLING,
        /// The old model stays: the new index is dropped.
        ABANDONED
    }

    public static ModelChange begun(String from, String to, Instant now) {
        return new ModelChange(from, to, Stage.FILLING, Optional.empty(), 0, 0, now, 0);
    }

    /// Filling once more from the beginning.
    public ModelChange again() {
        return new ModelChange(from, to, Stage.FILLING, Optional.empty(), 0, 0, startedAt, version);
    }

    /// One page further.
    ///
    /// @param next empty when it was the last
    public ModelChange after(long more, long rejected, Optional<String> next) {
        Stage then = next.isEmpty() && stage == Stage.FILLING ? Stage.READY : stage;
        return new ModelChange(from, to, then, next, indexed + more, failed + rejected, startedAt, version);
    }

    /// Decided for one of the two.
    public ModelChange decided(Stage outcome, Instant now) {
        return new ModelChange(from, to, outcome, Optional.empty(), 0, 0, now, version);
    }

    public ModelChange withVersion(long stored) {
        return new ModelChange(from, to, stage, cursor, indexed, failed, startedAt, stored);
    }
}
