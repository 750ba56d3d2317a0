package dev.kept.domain.session;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where turns are kept.
public interface TurnStore {
    /// Adds turns to the end of a session, in the order given, durably before it returns. A turn whose client id the
    /// session has already (or that stands twice in the list) is not stored again. Writers to one session take
    /// turns: ids sort in the order in which turns became visible, so a reader that continues after the last id it
    /// saw misses none. Makes the operation of their extraction in the same transaction and sets the session's
    /// `lastActivityAt`.
    ///
    /// @param utterances 1 to 100
    /// @param thought where the session ended when somebody last looked, which spares a read while it still does.
    /// Whether it does is a condition of the write, so it never changes what is written
    /// @throws dev.kept.domain.error.NotFound when the owner has no such session
    AppendedTurns append(SessionRef session, List<Utterance> utterances, Instant now, Optional<SessionTail> thought);

    /// The same by somebody who knows nothing of the session.
    default AppendedTurns append(Owner owner, SessionId session, List<Utterance> utterances, Instant now) {
        return append(new SessionRef(owner, session), utterances, now, Optional.empty());
    }

    /// In order of acceptance. Strongly consistent.
    Page<Turn> inSession(Owner owner, SessionId session, PageRequest page);

    /// The turns that follow `cursor` (all, when empty), oldest first, strongly consistent.
    List<Turn> after(Owner owner, SessionId session, Optional<TurnId> cursor, int limit);

    /// The turns up to and including `last` (the newest of all, when empty): the last `limit` of them, oldest first.
    List<Turn> upTo(Owner owner, SessionId session, Optional<TurnId> last, int limit);

    /// Across sessions, oldest first. Eventually consistent.
    Page<Turn> list(Owner owner, TurnQuery query, PageRequest page);
}
