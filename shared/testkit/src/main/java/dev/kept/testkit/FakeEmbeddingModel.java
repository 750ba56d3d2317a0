package dev.kept.testkit;

import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingModel;
import java.util.List;
import java.util.Locale;

/// Counts words in buckets: texts that share words are near, and the same text always gives the
/// same vector.
public final class FakeEmbeddingModel implements EmbeddingModel {
    public static final String ID = "fake-words-64";
    private static final int DIMENSIONS = 64;

    private final String id;

    public FakeEmbeddingModel() {
        this(ID);
    }

    /// Counts the same words under another name: its vectors are as little comparable as another model's.
    public FakeEmbeddingModel(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public Embedding embedQuery(String query) {
        float[] vector = new float[DIMENSIONS];
        for (String word : query.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            vector[Math.floorMod(word.hashCode(), DIMENSIONS)] += word.isEmpty() ? 0 : 1;
        }
        return new Embedding(id, vector);
    }

    @Override
    public List<Embedding> embed(List<String> passages) {
        return passages.stream().map(this::embedQuery).toList();
    }
}
