package dev.kept.domain.work;

import dev.kept.domain.session.SessionRef;
import java.util.List;

/// Asks for extraction of sessions. Messages of one session are worked on one at a time; asking twice does no harm.
public interface ExtractionQueue {
    /// @throws dev.kept.domain.error.DependencyUnavailable when any of them was not taken
    void request(List<SessionRef> sessions, Reason reason);

    /// Why extraction is asked for.
    enum Reason {
        TURNS,
        END,
        IDLE,
        RECONCILE,
        /// Somebody asked for it to be done again.
        ASKED
    }
}
