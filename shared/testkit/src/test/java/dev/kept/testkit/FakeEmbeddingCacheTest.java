package dev.kept.testkit;

import dev.kept.domain.search.EmbeddingCache;
import dev.kept.testkit.contract.EmbeddingCacheContract;

class FakeEmbeddingCacheTest extends EmbeddingCacheContract {
    @Override
    protected EmbeddingCache open() {
        return new FakeEmbeddingCache();
    }
}
