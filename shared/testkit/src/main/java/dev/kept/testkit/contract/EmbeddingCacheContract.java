package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingCache.TextKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an {@link EmbeddingCache} promises.
public abstract class EmbeddingCacheContract {
    private static final String MODEL = "titan:0-2";
    /// A stored dimension has eleven bits.
    private static final float PRECISION = 5e-4f;
    private static final TextKey KNOWN = TextKey.of(ADA, MODEL, "The orders live in PostgreSQL.");

    private Optional<EmbeddingCache> opened = Optional.empty();

    /// A cache that knows nothing.
    protected abstract EmbeddingCache open();

    @BeforeEach
    void openCache() {
        opened = Optional.of(open());
    }

    @Test
    void knowsWhatItWasTold() {
        Embedding made = towards(3, 4);
        cache().keep(Map.of(KNOWN, made));

        Embedding found = vector(cache().find(Set.of(KNOWN)), KNOWN);

        assertEquals(MODEL, found.model());
        assertArrayEquals(made.vector(), found.vector(), PRECISION);
    }

    @Test
    void knowsNothingOfAnotherOwnerModelOrText() {
        cache().keep(Map.of(KNOWN, towards(3, 4)));

        assertEquals(
                Map.of(),
                cache().find(Set.of(
                        TextKey.of(GRACE, MODEL, "The orders live in PostgreSQL."),
                        TextKey.of(ADA, "another", "The orders live in PostgreSQL."),
                        TextKey.of(ADA, MODEL, "the orders live in PostgreSQL."))));
        assertEquals(Map.of(), cache().find(Set.of()));
    }

    @Test
    void takesAndGivesMany() {
        Map<TextKey, Embedding> made = new HashMap<>();
        for (int i = 0; i < 230; i++) {
            made.put(TextKey.of(i % 2 == 0 ? ADA : GRACE, MODEL, "text " + i), towards(i + 1, 1));
        }
        cache().keep(made);
        cache().keep(Map.of());

        Map<TextKey, Embedding> found = cache().find(made.keySet());

        assertEquals(made.keySet(), found.keySet());
        made.forEach((key, vector) -> assertEquals(1, vector.cosine(vector(found, key)), 1e-5));
    }

    @Test
    void takesTheSameTwice() {
        cache().keep(Map.of(KNOWN, towards(3, 4)));
        cache().keep(Map.of(KNOWN, towards(3, 4)));

        assertEquals(Set.of(KNOWN), cache().find(Set.of(KNOWN)).keySet());
    }

    private static Embedding vector(Map<TextKey, Embedding> found, TextKey key) {
        return Optional.ofNullable(found.get(key)).orElseThrow();
    }

    protected static Embedding towards(float x, float y) {
        return new Embedding(MODEL, new float[] {x, y});
    }

    protected final EmbeddingCache cache() {
        return opened.orElseThrow();
    }
}
