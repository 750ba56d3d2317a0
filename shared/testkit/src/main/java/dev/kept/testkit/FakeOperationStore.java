package dev.kept.testkit;

import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.operation.OperationReport;
import dev.kept.domain.operation.OperationStore;
import dev.kept.domain.session.SessionRef;
import java.util.Optional;

/// Operations in memory.
public final class FakeOperationStore implements OperationStore {
    private final FakeDatabase database;

    public FakeOperationStore(FakeDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<OperationReport> find(Owner owner, OperationId id) {
        synchronized (database) {
            return Optional.ofNullable(database.operations.get(new FakeDatabase.OperationRef(owner, id)))
                    .flatMap(operation -> Optional.ofNullable(
                                    database.sessions.get(new SessionRef(operation.owner(), operation.sessionId())))
                            .map(row -> report(operation, row)));
        }
    }

    private static OperationReport report(Operation operation, FakeDatabase.SessionRow row) {
        return OperationReport.of(
                operation,
                row.session.extraction(),
                row.runs.stream()
                        .filter(run -> operation
                                .after()
                                .map(after -> run.to().compareTo(after) > 0)
                                .orElse(true))
                        .toList());
    }
}
