package dev.kept.application.extraction;

import dev.kept.domain.error.KeptException;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.session.SessionRef;

/// Does what is left to be done in a session: reads its new turns, and reads it again when that was asked for. When the
/// last try fails, the session says why, and with it every operation that waits for it.
public final class WorkOnSession {
    private static final String INTERRUPTED = "the last try did not come to its end";

    private final ExtractSession extractSession;
    private final RereadSession rereadSession;
    private final ExtractionLedger ledger;

    public WorkOnSession(ExtractSession extractSession, RereadSession rereadSession, ExtractionLedger ledger) {
        this.extractSession = extractSession;
        this.rereadSession = rereadSession;
        this.ledger = ledger;
    }

    public void work(SessionRef session) {
        extractSession.extract(session);
        rereadSession.reread(session);
    }

    /// The failure is noted before the work starts as well: a process that runs out of time or memory notes nothing any
    /// more. The first run that is committed clears it, and what has nothing left to do has not failed.
    public void workForTheLastTime(SessionRef session) {
        fail(session, INTERRUPTED);
        try {
            work(session);
        } catch (RuntimeException failure) {
            fail(session, reason(failure));
            throw failure;
        }
    }

    private void fail(SessionRef session, String reason) {
        ledger.fail(session, reason);
        ledger.failRereading(session, reason);
    }

    /// Messages of our own failures name ids and fields, never content; those of others may.
    private static String reason(RuntimeException failure) {
        return failure instanceof KeptException
                ? String.valueOf(failure.getMessage())
                : "an internal error (" + failure.getClass().getSimpleName() + ")";
    }
}
