package dev.kept.adapters.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.cache.Cache;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.UserId;
import dev.kept.testkit.contract.CacheContract;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessCacheTest extends CacheContract {
    private static final ByteBuffer LARGE = ByteBuffer.allocate(900_000);

    @Override
    protected Cache open() {
        return new ProcessCache();
    }

    @Test
    void letsGoOfThoseWhoWereNotAskedForLongest() {
        ProcessCache cache = new ProcessCache();
        cache.keep(of("first"), 1, Map.of("a", LARGE));
        for (int i = 0; i < 100; i++) {
            cache.keep(of("user" + i), 1, Map.of("a", LARGE));
            assertEquals(1, cache.find(of("first"), 1, Set.of("a")).size());
            assertTrue(cache.bytes() <= ProcessCache.BYTES_MAX_OF_ALL);
        }
        assertEquals(Map.of(), cache.find(of("user0"), 1, Set.of("a")));
        assertEquals(1, cache.find(of("user99"), 1, Set.of("a")).size());
    }

    @Test
    void knowsItsWeightWhateverHappens() {
        ProcessCache cache = new ProcessCache();
        for (int version = 1; version <= 1_000; version++) {
            cache.keep(RECORDS, version, Map.of("a", LARGE, "b " + version, bytes("small")));
            cache.forget(RECORDS, version);
        }
        assertTrue(cache.bytes() < 1_000_000);
        cache.forget(RECORDS, 2_000);
        assertTrue(cache.bytes() < 1_000);
    }

    private static Cache.Place of(String user) {
        return new Cache.Place(Owner.of(new UserId(user)), Cache.Drawer.RECORDS);
    }
}
