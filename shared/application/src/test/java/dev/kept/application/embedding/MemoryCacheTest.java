package dev.kept.application.embedding;

import static dev.kept.testkit.Fixtures.ADA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingCache.TextKey;
import dev.kept.testkit.contract.EmbeddingCacheContract;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryCacheTest extends EmbeddingCacheContract {
    @Override
    protected EmbeddingCache open() {
        return new MemoryCache();
    }

    @Test
    void forgetsWhatWasUsedLeastRecently() {
        for (int i = 0; i < MemoryCache.ENTRIES_MAX; i++) {
            cache().keep(Map.of(text(i), towards(1, i)));
        }
        cache().find(Set.of(text(0)));

        cache().keep(Map.of(text(-1), towards(1, 1)));

        assertEquals(
                Set.of(text(0), text(2), text(-1)),
                cache().find(Set.of(text(0), text(1), text(2), text(-1))).keySet());
    }

    private static TextKey text(int i) {
        return TextKey.of(ADA, "model", "text " + i);
    }
}
