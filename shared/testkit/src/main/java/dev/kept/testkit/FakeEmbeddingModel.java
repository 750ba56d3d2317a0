package dev.kept.testkit;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingModel;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// Counts words in buckets: texts that share words are near, and the same text always gives the
/// same vector. It remembers what it was asked, and can be made to fail.
public final class FakeEmbeddingModel implements EmbeddingModel {
    public static final String ID = "fake-words-64";
    private static final int DIMENSIONS = 64;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private String id;
    private boolean remote;
    private boolean down;
    private Runnable meanwhile = () -> {};

    public FakeEmbeddingModel() {
        this(ID);
    }

    /// Counts the same words under another name: its vectors are as little comparable as another model's.
    public FakeEmbeddingModel(String id) {
        this.id = id;
    }

    /// One that lies behind a network.
    public static FakeEmbeddingModel remote() {
        FakeEmbeddingModel model = new FakeEmbeddingModel();
        model.remote = true;
        return model;
    }

    /// One that never answers.
    public static FakeEmbeddingModel dead() {
        FakeEmbeddingModel model = remote();
        model.takeDown();
        return model;
    }

    public void takeDown() {
        down = true;
    }

    public void bringUp() {
        down = false;
    }

    /// Another model in its place, though whoever holds it does not know.
    public void become(String other) {
        id = other;
    }

    /// What happens once, while passages are being embedded.
    public void meanwhile(Runnable once) {
        meanwhile = once;
    }

    /// The questions and passages that it was asked to embed, in their order.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public void forgetAsked() {
        asked.clear();
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
        return remote;
    }

    @Override
    public Embedding embedQuery(String query) {
        requireUp();
        asked.add(query);
        return counted(query);
    }

    @Override
    public List<Embedding> embed(List<String> passages) {
        requireUp();
        asked.addAll(passages);
        Runnable once = meanwhile;
        meanwhile = () -> {};
        once.run();
        return passages.stream().map(this::counted).toList();
    }

    private void requireUp() {
        if (down) {
            throw new DependencyUnavailable("model", new IllegalStateException("taken down by the test"));
        }
    }

    private Embedding counted(String text) {
        float[] vector = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            vector[Math.floorMod(word.hashCode(), DIMENSIONS)] += word.isEmpty() ? 0 : 1;
        }
        return new Embedding(id, vector);
    }
}
