package dev.kept.application.maintenance;

import dev.kept.domain.cache.Cache;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.work.ContextQueue;
import dev.kept.domain.work.ContextQueue.WarmContextKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Has what the next session starts with put into the cache for those who are at work, so that it is there too after
/// the
/// cache was lost, or has let go of it. Where it is at hand already the request is soon done.
public final class WarmCaches {
    /// Who did nothing for longer has ended the session or will; its end prepares the next one.
    static final Duration AT_WORK = Duration.ofMinutes(30);

    static final int SESSIONS_MAX = 100;

    private final SessionStore sessions;
    private final ContextQueue queue;
    private final Cache cache;
    private final Clock clock;

    public WarmCaches(SessionStore sessions, ContextQueue queue, Cache cache, Clock clock) {
        this.sessions = sessions;
        this.queue = queue;
        this.cache = cache;
        this.clock = clock;
    }

    /// @return for how many projects
    public int run() {
        if (!cache.isShared()) {
            return 0;
        }
        List<WarmContextKey> keys = sessions.activeSince(clock.instant().minus(AT_WORK), SESSIONS_MAX).stream()
                .flatMap(ref -> sessions.find(ref.owner(), ref.id()).stream())
                .map(session ->
                        new WarmContextKey(session.owner(), session.details().projectId()))
                .distinct()
                .toList();
        if (!keys.isEmpty()) {
            queue.request(keys);
        }
        return keys.size();
    }
}
