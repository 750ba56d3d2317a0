package dev.kept.adapters.dynamodb;

import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.operation.OperationReport;
import dev.kept.domain.operation.OperationStore;
import dev.kept.domain.session.Session;
import java.time.Clock;
import java.time.Instant;
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
        if (operation.kind() == Operation.Kind.RE_EXTRACTION) {
            Range steps = table.items(operation.owner(), Keys.steps(operation.sessionId(), operation.id()));
            return read(steps);
        }
        Range all = table.items(operation.owner(), Keys.runs(operation.sessionId()));
        Range later = operation
                .after()
                .map(after -> all.after(Keys.run(operation.sessionId(), after)))
                .orElse(all);
        return read(later);
    }

    private List<ExtractionRun> read(Range range) {
        return dynamo.first(range, Integer.MAX_VALUE).stream()
                .map(RunItem::read)
                .toList();
    }

    @Override
    public void retry(Operation operation, Instant now) {
        Contention.retry("operation " + operation.id(), () -> tryAgain(operation, now));
    }

    /// Refused is what is gone meanwhile, the operation or its session, or a rereading that has ended.
    private Optional<Boolean> tryAgain(Operation operation, Instant now) {
        Key session = table.sessionKey(operation.owner(), operation.sessionId());
        boolean rereading = operation.kind() == Operation.Kind.RE_EXTRACTION;
        Condition there = rereading
                ? SessionItem.IS_THERE.and(Condition.unchanged(
                        SessionItem.REREADING, Optional.of(operation.id().value())))
                : SessionItem.IS_THERE;
        Optional<Transaction.Cancelled> cancelled = dynamo.transaction()
                .update(Traced.mark(new Update(
                                table.operationKey(operation.owner(), operation.id()), Condition.exists("kind")))
                        .set(OperationItem.REQUESTED_AT, now))
                .update(new Update(session, there)
                        .remove(rereading ? SessionItem.REREADING_FAILURE : SessionItem.FAILURE))
                .commit();
        return cancelled.isEmpty() || !cancelled.get().refused().isEmpty() ? Optional.of(true) : Optional.empty();
    }
}
