package dev.kept.application.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingCache.TextKey;
import dev.kept.domain.search.EmbeddingModel;
import dev.kept.testkit.FakeCache;
import dev.kept.testkit.FakeEmbeddingCache;
import dev.kept.testkit.FakeEmbeddingModel;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.contract.EmbeddingCacheContract;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedCacheTest extends EmbeddingCacheContract {
    private final FakeCache copies = new FakeCache();

    @Override
    protected EmbeddingCache open() {
        return new SharedCache(copies);
    }

    /// A search that finds its question's vector ranks as one that makes it.
    @Test
    void givesAVectorBackAsItWas() {
        TextKey key = TextKey.of(Fixtures.ADA, "m", "a question");
        Embedding made = new Embedding("m", new float[] {0.3f, 0.7f, -0.5f});
        cache().keep(Map.of(key, made));

        Embedding found = cache().find(Set.of(key)).get(key);
        assertArrayEquals(made.vector(), found == null ? new float[0] : found.vector(), 1e-7f);
    }

    /// Another process has made it before, and this one has just started.
    @Test
    void sparesTheModelOfAnotherProcess() {
        EmbeddingModel model = new FakeEmbeddingModel();
        Embedding made = process(model).embedQuery("what now");
        assertEquals(1, copies.size());
        assertEquals(1, process(model).embedQuery("what now").cosine(made), 1e-6);
        assertEquals(1, copies.size());
        copies.goDown();
        assertEquals(1, process(model).embedQuery("what now").cosine(made), 1e-6);
    }

    private EmbeddingModel process(EmbeddingModel model) {
        return new Embeddings(model, new FakeEmbeddingCache()).sharing(copies).of(Fixtures.ADA);
    }
}
