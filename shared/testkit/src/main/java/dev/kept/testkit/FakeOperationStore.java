package dev.kept.testkit;

import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.extraction.RereadingCommit;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.operation.OperationReport;
import dev.kept.domain.operation.OperationStore;
import dev.kept.domain.session.ExtractionProgress;
import dev.kept.domain.session.Rereading;
import dev.kept.domain.session.SessionRef;
import java.time.Instant;
import java.util.List;
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

    @Override
    public void retry(Operation operation, Instant now) {
        synchronized (database) {
            SessionRef ref = new SessionRef(operation.owner(), operation.sessionId());
            Optional.ofNullable(database.sessions.get(ref)).ifPresent(row -> retry(operation, row));
        }
    }

    private static void retry(Operation operation, FakeDatabase.SessionRow row) {
        ExtractionProgress before = row.session.extraction();
        boolean rereading = operation.kind() == Operation.Kind.RE_EXTRACTION;
        Optional<Rereading> again = before.rereading()
                .map(one -> rereading && one.operation().equals(operation.id())
                        ? new Rereading(one.operation(), one.steps(), one.cursor(), one.upTo(), Optional.empty())
                        : one);
        FakeExtractionLedger.progress(
                row, new ExtractionProgress(before.cursor(), rereading ? before.failure() : Optional.empty(), again));
    }

    private static OperationReport report(Operation operation, FakeDatabase.SessionRow row) {
        List<ExtractionRun> runs = operation.kind() == Operation.Kind.RE_EXTRACTION
                ? row.steps.getOrDefault(operation.id(), List.of()).stream()
                        .map(RereadingCommit::run)
                        .toList()
                : row.runs.stream()
                        .filter(run -> operation
                                .after()
                                .map(after -> run.to().compareTo(after) > 0)
                                .orElse(true))
                        .toList();
        return OperationReport.of(operation, row.session.extraction(), runs);
    }
}
