package dev.kept.application.embedding;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.search.Embedding;
import dev.kept.testkit.FakeEmbeddingCache;
import dev.kept.testkit.FakeEmbeddingModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {
    private final FakeEmbeddingCache stored = new FakeEmbeddingCache();
    private final FakeEmbeddingModel model = new FakeEmbeddingModel();
    private final FakeEmbeddingModel remote = FakeEmbeddingModel.remote();

    @Test
    void embedsATextOnceAndGivesVectorsInOrder() {
        Embeddings embeddings = new Embeddings(model, stored);
        embeddings.of(ADA).embed(List.of("two"));

        List<Embedding> made = embeddings.of(ADA).embed(List.of("one", "two", "one", "three"));

        assertEquals(List.of("two", "one", "three"), model.asked());
        for (int i = 0; i < 4; i++) {
            String text = List.of("one", "two", "one", "three").get(i);
            assertArrayEquals(
                    new FakeEmbeddingModel().embedQuery(text).vector(),
                    made.get(i).vector());
        }
        assertEquals(List.of(), embeddings.of(ADA).embed(List.of()));
    }

    @Test
    void storesNothingOfAModelInProcess() {
        new Embeddings(model, stored).of(ADA).embed(List.of("one"));

        assertEquals(0, stored.size());
    }

    @Test
    void asksARemoteModelOnceForAllProcesses() {
        new Embeddings(remote, stored).of(ADA).embed(List.of("one", "two"));
        new Embeddings(remote, stored).of(ADA).embedQuery("question");

        Embeddings restarted = new Embeddings(remote, stored);
        restarted.of(ADA).embed(List.of("two", "one", "three"));
        restarted.of(ADA).embedQuery("question");

        assertEquals(List.of("one", "two", "question", "three"), remote.asked());
    }

    @Test
    void asksTheStoreOnceForWhatTheMemoryHolds() {
        Embeddings embeddings = new Embeddings(remote, stored);
        embeddings.of(ADA).embedQuery("question");
        stored.goDown();
        remote.forgetAsked();

        embeddings.of(ADA).embedQuery("question");

        assertEquals(List.of(), remote.asked());
    }

    @Test
    void sharesNothingBetweenOwners() {
        Embeddings embeddings = new Embeddings(remote, stored);

        embeddings.of(ADA).embed(List.of("one"));
        embeddings.of(GRACE).embed(List.of("one"));

        assertEquals(List.of("one", "one"), remote.asked());
        assertEquals(2, stored.size());
    }

    @Test
    void tellsAQuestionFromAPassageOfTheSameWords() {
        Embeddings embeddings = new Embeddings(model, stored);

        embeddings.of(ADA).embed(List.of("one"));
        embeddings.of(ADA).embedQuery("one");

        assertEquals(List.of("one", "one"), model.asked());
    }

    @Test
    void worksWithoutTheStore() {
        stored.goDown();

        List<Embedding> made = new Embeddings(remote, stored).of(ADA).embed(List.of("one"));

        assertEquals(1, made.size());
    }
}
