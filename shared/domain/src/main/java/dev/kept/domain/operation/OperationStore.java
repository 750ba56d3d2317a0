package dev.kept.domain.operation;

import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import java.util.Optional;

/// Reads operations; they are written by the stores whose transaction they belong to.
public interface OperationStore {
    /// The operation as it stands now, strongly consistent; empty when the owner has none of that id.
    Optional<OperationReport> find(Owner owner, OperationId id);
}
