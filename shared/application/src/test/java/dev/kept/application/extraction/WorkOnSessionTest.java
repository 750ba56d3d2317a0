package dev.kept.application.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.application.extraction.consolidation.Nearness;
import dev.kept.application.operation.RetryOperation;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.operation.OperationReport;
import dev.kept.domain.operation.OperationStatus;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkOnSessionTest {
    private final MutableClock clock = MutableClock.atNoon();
    private final Stores stores = Stores.fake(clock);
    private final Session session = Fixtures.aSessionIn(Fixtures.KEPT, Fixtures.ADA, "s1");
    private final SessionRef ref = new SessionRef(Fixtures.ADA, session.id());
    private final RetryOperation retryOperation = new RetryOperation(stores.operations(), clock);

    @Test
    void aTryThatFailsIsNotTheEnd() {
        OperationId operation = start();
        WorkOnSession work = work(failing(new DependencyUnavailable("dynamodb", new IOException("down"))));

        assertThrows(DependencyUnavailable.class, () -> work.work(ref));

        assertEquals(OperationStatus.PENDING, report(operation).status());
    }

    @Test
    void theLastTryThatFailsSaysWhy() {
        OperationId operation = start();
        WorkOnSession work = work(failing(new DependencyUnavailable("dynamodb", new IOException("down"))));

        assertThrows(DependencyUnavailable.class, () -> work.workForTheLastTime(ref));

        assertEquals(OperationStatus.FAILED, report(operation).status());
        assertEquals(Optional.of("dynamodb is unavailable"), report(operation).error());
    }

    @Test
    void aFailureThatIsNotOursTellsNothingOfWhatItRead() {
        OperationId operation = start();
        WorkOnSession work = work(failing(new IllegalStateException("cannot read 'my secret'")));

        assertThrows(IllegalStateException.class, () -> work.workForTheLastTime(ref));

        assertEquals(
                Optional.of("an internal error (IllegalStateException)"),
                report(operation).error());
    }

    @Test
    void aProcessThatDiesInTheLastTryLeavesItFailed() {
        OperationId operation = start();
        WorkOnSession work = work(new LedgerOver(stores.ledger()) {
            @Override
            public Outcome commit(ExtractionCommit commit) {
                throw new OutOfMemoryError("as when the process is killed");
            }
        });

        assertThrows(OutOfMemoryError.class, () -> work.workForTheLastTime(ref));

        assertEquals(OperationStatus.FAILED, report(operation).status());
    }

    @Test
    void whatFailedIsAskedForAgainAndSucceeds() {
        OperationId operation = start();
        stores.ledger().fail(ref, "broken");

        assertEquals(
                OperationStatus.PENDING,
                retryOperation.retry(Fixtures.ADA, operation).status());
        work(stores.ledger()).workForTheLastTime(ref);

        OperationReport done = report(operation);
        assertEquals(OperationStatus.SUCCEEDED, done.status());
        assertEquals(Optional.empty(), done.error());
        assertEquals(1, done.counts().kept());
        assertEquals(done, retryOperation.retry(Fixtures.ADA, operation));
        assertThrows(NotFound.class, () -> retryOperation.retry(Fixtures.GRACE, operation));
    }

    @Test
    void readsAgainInTheLastTryToo() {
        start();
        work(stores.ledger()).work(ref);
        OperationId again = new RequestRereading(stores.sessions(), stores.projectSettings(), stores.ledger(), clock)
                .request(Fixtures.ADA, session.id());

        work(stores.ledger()).workForTheLastTime(ref);

        assertEquals(OperationStatus.SUCCEEDED, report(again).status());
    }

    private OperationId start() {
        stores.sessions().create(session);
        return stores.turns()
                .append(
                        Fixtures.ADA,
                        session.id(),
                        List.of(Fixtures.userSaying("Orders live in Postgres 16")),
                        clock.instant())
                .operationId();
    }

    private OperationReport report(OperationId operation) {
        return stores.operations().find(Fixtures.ADA, operation).orElseThrow();
    }

    private ExtractionLedger failing(RuntimeException failure) {
        return new LedgerOver(stores.ledger()) {
            @Override
            public Outcome commit(ExtractionCommit commit) {
                throw failure;
            }
        };
    }

    private WorkOnSession work(ExtractionLedger ledger) {
        ExtractionStores all = Extracting.over(stores, ledger, clock);
        return new WorkOnSession(
                new ExtractSession(all, new Scripted(), Nearness.unknown(), clock),
                new RereadSession(all, new Scripted(), Nearness.unknown(), clock),
                ledger);
    }
}
