package dev.kept.application.maintenance;

import dev.kept.application.indexing.CatchUp;
import dev.kept.domain.document.DocumentStore;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.work.ExtractionQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Finds what fell behind and sets it going again. A stream keeps a record for 24 hours and a queue parks a message
/// after a few tries, so neither may be the only thing that remembers that work is left: the records themselves do.
public final class Reconcile {
    /// Work that is younger than this is under way by its normal road.
    private static final Duration GRACE = Duration.ofSeconds(60);

    private static final int SESSIONS_PER_RUN = 500;
    private static final int BATCHES_PER_RUN = 50;
    private static final int DOCUMENTS_PER_RUN = 100;

    private final SessionStore sessions;
    private final ExtractionQueue extraction;
    private final DocumentStore documents;
    private final CatchUp index;
    private final Clock clock;

    public Reconcile(
            SessionStore sessions, ExtractionQueue extraction, DocumentStore documents, CatchUp index, Clock clock) {
        this.sessions = sessions;
        this.extraction = extraction;
        this.documents = documents;
        this.index = index;
        this.clock = clock;
    }

    /// @param sessions asked for extraction again
    /// @param indexed records brought into the index
    /// @param failed records that the index did not take
    /// @param documents writes of documents that were broken off, and cleared away
    public record Found(int sessions, int indexed, int failed, int documents) {}

    public Found run() {
        List<SessionRef> behind = sessions.behindSince(clock.instant().minus(GRACE), SESSIONS_PER_RUN);
        if (!behind.isEmpty()) {
            extraction.request(behind, ExtractionQueue.Reason.RECONCILE);
        }
        int settled = documents.settle(clock.instant().minus(GRACE), DOCUMENTS_PER_RUN);
        int indexed = 0;
        CatchUp.Caught caught = index.catchUp();
        for (int batch = 1; batch < BATCHES_PER_RUN && caught.hasMore(); batch++) {
            indexed += caught.seen();
            caught = index.catchUp();
        }
        return new Found(behind.size(), indexed + caught.seen() - caught.failed(), caught.failed(), settled);
    }
}
