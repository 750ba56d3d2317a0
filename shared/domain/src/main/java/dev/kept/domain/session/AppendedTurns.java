package dev.kept.domain.session;

import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.TurnId;
import java.util.List;
import java.util.Optional;

/// What became of turns that were handed to a session.
///
/// @param turns one per utterance, in the same order
/// @param operationId the extraction that will read them
/// @param growth of the session; empty when it had all of them already
public record AppendedTurns(List<Receipt> turns, OperationId operationId, Optional<Growth> growth) {
    /// @param duplicate true when the session had the turn already
    public record Receipt(TurnId turnId, Optional<String> clientId, boolean duplicate) {}

    /// Where the session ended before and after.
    public record Growth(SessionTail before, SessionTail after) {}

    public AppendedTurns {
        turns = List.copyOf(turns);
    }
}
