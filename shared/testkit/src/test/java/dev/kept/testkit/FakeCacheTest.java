package dev.kept.testkit;

import dev.kept.domain.cache.Cache;
import dev.kept.testkit.contract.CacheContract;

class FakeCacheTest extends CacheContract {
    @Override
    protected Cache open() {
        return new FakeCache();
    }
}
