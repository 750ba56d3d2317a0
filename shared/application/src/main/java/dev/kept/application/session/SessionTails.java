package dev.kept.application.session;

import dev.kept.domain.cache.Cache;
import dev.kept.domain.cache.Cache.Drawer;
import dev.kept.domain.cache.Cache.Place;
import dev.kept.domain.session.AppendedTurns.Growth;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionTail;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Copies of where sessions end, for those who add turns to them.
///
/// Nobody can tell whether such a copy is the current one without reading what it is a copy of, and nobody has to: that
/// it is, is a condition of the write ([dev.kept.domain.session.TurnStore#append]). A copy that is old costs a write
/// that is refused, some 40 write units, where one that is current spares one read unit. So it must hardly ever be
/// old: whoever adds turns leaves a copy of where the session ends then, and only copies that all processes share are
/// used at all. In a process of its own it would be old as soon as the next turn comes by another one.
public final class SessionTails {
    /// Where nobody keeps copies.
    public static final SessionTails NONE = new SessionTails(Cache.NONE, Metrics.NONE);

    private static final long ONLY_VERSION = 1;
    private static final TailForm FORM = new TailForm();

    private final Cache cache;
    private final Metrics metrics;

    public SessionTails(Cache cache, Metrics metrics) {
        this.cache = cache.isShared() ? cache : Cache.NONE;
        this.metrics = metrics;
    }

    Optional<SessionTail> find(SessionRef session) {
        String name = name(session);
        Map<String, ByteBuffer> found = cache.find(place(session), ONLY_VERSION, Set.of(name));
        return Optional.ofNullable(found.get(name)).flatMap(FORM::value);
    }

    void keep(SessionRef session, SessionTail tail) {
        cache.keep(place(session), ONLY_VERSION, Map.of(name(session), FORM.copy(tail)));
    }

    /// To be told of a session that is deleted. Nothing depends on it, but that nothing of the session lies about.
    public void forget(SessionRef session) {
        cache.remove(place(session), Set.of(name(session)));
    }

    /// Counts whether a copy was there and current, as the write found out.
    ///
    /// @param growth empty: nothing was written that the copy could have been wrong for
    void measure(Optional<SessionTail> copy, Optional<Growth> growth) {
        if (cache.isShared()) {
            boolean isCurrent = copy.filter(tail -> growth.map(Growth::before)
                            .filter(before -> !before.equals(tail))
                            .isEmpty())
                    .isPresent();
            metrics.share(Metric.CACHE_HITS, isCurrent, "session");
        }
    }

    private static Place place(SessionRef session) {
        return new Place(session.owner(), Drawer.SESSIONS);
    }

    private static String name(SessionRef session) {
        return FORM.name() + " " + session.id();
    }
}
