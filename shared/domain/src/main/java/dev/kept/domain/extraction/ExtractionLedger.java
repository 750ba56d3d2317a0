package dev.kept.domain.extraction;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.session.SessionRef;
import java.util.Set;

/// Moves the cursors of a session together with what the runs found.
public interface ExtractionLedger {
    /// Writes the memories and moves the cursor in one transaction.
    ///
    /// @return {@link Outcome#OVERTAKEN} when the cursor no longer stands at `run.from()` or a memory to update has
    ///     changed: nothing was written, read again and retry; {@link Outcome#SESSION_GONE} when the session was
    ///     deleted
    Outcome commit(ExtractionCommit commit);

    /// Starts to read a session again, and keeps the operation, in one transaction. The outbox asks for the work.
    ///
    /// @param operation with the last turn that is read again
    /// @return the operation under way: another one when the session is being read again already, and then nothing
    ///     was written
    /// @throws dev.kept.domain.error.NotFound when the session is gone
    OperationId startRereading(Operation operation);

    /// Writes what one step of a rereading did and moves its cursor, in one transaction; the last step ends it.
    ///
    /// @return {@link Outcome#OVERTAKEN} when another step was made since `before`, or a memory has changed
    Outcome commit(RereadingCommit commit);

    /// The memories that the steps of a rereading have found so far; strongly consistent.
    Set<MemoryId> foundAgain(SessionRef session, OperationId operation);

    /// Notes that extraction of a session failed for good; cleared by the next commit. Does nothing when all turns
    /// were read.
    void fail(SessionRef session, String reason);

    /// Notes that the rereading of a session failed for good; cleared by its next step. Does nothing when there is
    /// none.
    void failRereading(SessionRef session, String reason);

    /// How a commit ended.
    enum Outcome {
        COMMITTED,
        OVERTAKEN,
        SESSION_GONE
    }
}
