package dev.kept.domain.operation;

import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import java.time.Instant;
import java.util.Optional;

/// The extraction of turns of one session, as it was asked for. How it went is read from the session's cursor and
/// the runs that moved it, so that an operation can never claim more than what was committed.
///
/// @param after the last turn before those meant; empty when there was none
/// @param upTo the last turn meant; empty when the session had no turn: then there is nothing to do
public record Operation(
        OperationId id,
        Owner owner,
        Kind kind,
        SessionId sessionId,
        Optional<TurnId> after,
        Optional<TurnId> upTo,
        Instant createdAt) {
    /// What was asked for.
    public enum Kind {
        TURN_EXTRACTION,
        FINAL_EXTRACTION,
        /// The whole session once more, with the pipeline as it is now.
        RE_EXTRACTION
    }
}
