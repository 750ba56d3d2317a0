package dev.kept.domain.session;

import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.TurnId;
import java.util.Optional;

/// A session that is being read again from its start, beside the reading of new turns.
///
/// @param operation that asked for it
/// @param steps how many were committed; the next step needs that nobody else has made one
/// @param cursor the last turn that was read again; empty before the first
/// @param upTo the last turn that is read again: what comes later is read for the first time, and as well
/// @param failure why it stopped; empty while it goes on
public record Rereading(
        OperationId operation, int steps, Optional<TurnId> cursor, TurnId upTo, Optional<String> failure) {
    public boolean isThrough() {
        return cursor.isPresent() && cursor.get().compareTo(upTo) >= 0;
    }
}
