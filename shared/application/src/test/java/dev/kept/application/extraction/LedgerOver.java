package dev.kept.application.extraction;

import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.RereadingCommit;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.session.SessionRef;
import java.util.Set;

/// A ledger over another one, for tests that want some of it to go differently.
class LedgerOver implements ExtractionLedger {
    private final ExtractionLedger inner;

    LedgerOver(ExtractionLedger inner) {
        this.inner = inner;
    }

    @Override
    public Outcome commit(ExtractionCommit commit) {
        return inner.commit(commit);
    }

    @Override
    public OperationId startRereading(Operation operation) {
        return inner.startRereading(operation);
    }

    @Override
    public Outcome commit(RereadingCommit commit) {
        return inner.commit(commit);
    }

    @Override
    public Set<MemoryId> foundAgain(SessionRef session, OperationId operation) {
        return inner.foundAgain(session, operation);
    }

    @Override
    public void fail(SessionRef session, String reason) {
        inner.fail(session, reason);
    }

    @Override
    public void failRereading(SessionRef session, String reason) {
        inner.failRereading(session, reason);
    }
}
