package dev.kept.application.operation;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.operation.OperationReport;
import dev.kept.domain.operation.OperationStatus;
import dev.kept.domain.operation.OperationStore;
import java.time.Clock;

/// Asks for the work of a failed operation again. One that has not failed is left as it is.
public final class RetryOperation {
    private final OperationStore operations;
    private final Clock clock;

    public RetryOperation(OperationStore operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    /// @return how it stands then
    /// @throws NotFound when the owner has no such operation
    public OperationReport retry(Owner owner, OperationId id) {
        OperationReport report = find(owner, id);
        if (report.status() != OperationStatus.FAILED) {
            return report;
        }
        operations.retry(report.operation(), clock.instant());
        return find(owner, id);
    }

    private OperationReport find(Owner owner, OperationId id) {
        return operations.find(owner, id).orElseThrow(() -> new NotFound("operation", id.value()));
    }
}
