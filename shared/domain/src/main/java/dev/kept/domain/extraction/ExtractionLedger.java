package dev.kept.domain.extraction;

import dev.kept.domain.session.SessionRef;

/// Moves the extraction cursor of a session together with what the run found.
public interface ExtractionLedger {
    /// Writes the memories and moves the cursor in one transaction.
    ///
    /// @return {@link Outcome#OVERTAKEN} when the cursor no longer stands at `run.from()` or a memory to update has
    ///     changed: nothing was written, read again and retry; {@link Outcome#SESSION_GONE} when the session was
    ///     deleted
    Outcome commit(ExtractionCommit commit);

    /// Notes that extraction of a session failed for good; cleared by the next commit.
    void fail(SessionRef session, String reason);

    /// How a commit ended.
    enum Outcome {
        COMMITTED,
        OVERTAKEN,
        SESSION_GONE
    }
}
