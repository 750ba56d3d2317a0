package dev.kept.application.maintenance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.cache.Cache;
import dev.kept.domain.session.Session;
import dev.kept.domain.work.ContextQueue.WarmContextKey;
import dev.kept.testkit.FakeCache;
import dev.kept.testkit.FakeContextQueue;
import dev.kept.testkit.FakeDatabase;
import dev.kept.testkit.FakeSessionStore;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarmCachesTest {
    private final MutableClock clock = MutableClock.atNoon();
    private final FakeSessionStore sessions = new FakeSessionStore(new FakeDatabase(clock));
    private final FakeContextQueue queue = new FakeContextQueue();

    @Test
    void asksForThoseWhoAreAtWorkEachProjectOnce() {
        Instant now = clock.instant();
        session("s1", now.minus(Duration.ofMinutes(10)));
        session("s2", now.minus(Duration.ofMinutes(5)));
        session("s3", now.minus(Duration.ofHours(1)));

        assertEquals(1, new WarmCaches(sessions, queue, new FakeCache(), clock).run());
        assertEquals(List.of(new WarmContextKey(Fixtures.ADA, Optional.of(Fixtures.KEPT))), queue.requests());
    }

    @Test
    void asksForNobodyWhereEachProcessHasACacheOfItsOwn() {
        session("s1", clock.instant());

        assertEquals(0, new WarmCaches(sessions, queue, Cache.NONE, clock).run());
        assertEquals(List.of(), queue.requests());
    }

    private void session(String id, Instant at) {
        Session session = Fixtures.aSession(Fixtures.ADA, id, Optional.of(Fixtures.KEPT), at);
        sessions.create(session);
    }
}
