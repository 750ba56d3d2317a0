package dev.kept.adapters.dynamodb;

import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.operation.OperationReport;
import dev.kept.domain.operation.OperationStore;
import dev.kept.domain.session.Session;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Operations in the sessions table.
final class DynamoDbOperationStore implements OperationStore {
    private final Dynamo dynamo;
    private final SessionsTable table;
    private final Clock clock;

    DynamoDbOperationStore(Dynamo dynamo, SessionsTable table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<OperationReport> find(Owner owner, OperationId id) {
        return dynamo.get(table.operationKey(owner, id))
                .filter(item -> item.isLive(clock))
                .map(OperationItem::read)
                .flatMap(this::report);
    }

    private Optional<OperationReport> report(Operation operation) {
        return table.session(operation.owner(), operation.sessionId())
                .map(SessionItem::read)
                .map(session -> report(operation, session));
    }

    /// The runs are read after the session, so that they hold at least what its cursor says.
    private OperationReport report(Operation operation, Session session) {
        return OperationReport.of(operation, session.extraction(), runs(operation));
    }

    private List<ExtractionRun> runs(Operation operation) {
        Range all = table.items(operation.owner(), Keys.runs(operation.sessionId()));
        Range later = operation
                .after()
                .map(after -> all.after(Keys.run(operation.sessionId(), after)))
                .orElse(all);
        return dynamo.first(later, Integer.MAX_VALUE).stream()
                .map(RunItem::read)
                .toList();
    }
}
