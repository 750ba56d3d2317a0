package dev.kept.domain.operation;

import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import java.time.Instant;
import java.util.Optional;

/// Reads operations, which are written by the stores whose transaction they belong to, and asks for one again.
public interface OperationStore {
    /// The operation as it stands now, strongly consistent; empty when the owner has none of that id.
    Optional<OperationReport> find(Owner owner, OperationId id);

    /// Asks for the work of an operation again: notes it on the operation, by which the outbox hears of it, and clears
    /// the failure of its session, in one transaction. Does nothing when there is no such operation.
    void retry(Operation operation, Instant now);
}
