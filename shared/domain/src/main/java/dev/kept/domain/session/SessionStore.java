package dev.kept.domain.session;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where sessions are kept. Every method throws `DependencyUnavailable` or `Throttled` when the store does not answer.
public interface SessionStore {
    /// Keeps a new session.
    ///
    /// @throws dev.kept.domain.error.Conflict when the owner has a session of that id
    void create(Session session);

    /// Reads one session, strongly consistent.
    Optional<Session> find(Owner owner, SessionId id);

    /// Replaces details, status and summary if nobody changed the session since `changed` was read. Turn count, last
    /// turn and extraction progress belong to the other methods and are left alone; appending turns and extraction
    /// do not count as a change.
    ///
    /// @return the session with its new version
    /// @throws dev.kept.domain.error.Conflict when the version is not the current one
    /// @throws dev.kept.domain.error.NotFound when it is gone
    Session update(Session changed);

    /// Ends a session: {@link #update}, and keeps the operation of its final extraction in the same transaction.
    Session end(Session ended, Operation finalExtraction);

    /// Newest start first. Eventually consistent.
    Page<Session> list(Owner owner, SessionQuery query, PageRequest page);

    /// Removes a session with its turns, links, extraction runs and operations. Turns leave a
    /// tombstone each, so that the index forgets them. From the start of it on nobody finds the
    /// session any more. Safe to repeat after a failure half-way: the session itself goes last.
    ///
    /// @return false when there was none, not even one that is half removed
    boolean delete(Owner owner, SessionId id);

    /// Ties two sessions. There is one tie between two sessions at most: another one takes its
    /// place and keeps only its `createdAt`.
    ///
    /// @throws dev.kept.domain.error.NotFound when the owner has not both sessions
    void link(Owner owner, SessionLink link);

    /// All links of a session, in both directions.
    List<SessionLink> links(Owner owner, SessionId id);

    /// Active sessions without activity since `before`, longest idle first, of all owners. Eventually consistent.
    List<SessionRef> idleSince(Instant before, int limit);

    /// Active sessions with activity since `after`, the latest first, of all owners. Eventually consistent.
    List<SessionRef> activeSince(Instant after, int limit);

    /// Sessions whose extraction cursor has been behind since `before`, of all owners. Eventually consistent.
    List<SessionRef> behindSince(Instant before, int limit);
}
