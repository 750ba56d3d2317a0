package dev.kept.adapters.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxEmbeddingModelTest {
    private final OnnxEmbeddingModel model = new OnnxEmbeddingModel(LocalModel.BGE_SMALL);

    @Test
    void findsThePassageThatAnswersTheQuestion() {
        Embedding question = model.embedQuery("Which database did we choose?");
        List<Embedding> passages = model.embed(
                List.of("Ann: Let us use PostgreSQL for the orders.", "Bob: The train to Berlin was late again."));

        assertTrue(question.cosine(passages.get(0)) > question.cosine(passages.get(1)) + 0.05);
    }

    @Test
    void givesTheSameVectorForTheSameText() {
        List<Embedding> twice = model.embed(List.of("the same text", "the same text"));

        assertArrayEquals(twice.get(0).vector(), twice.get(1).vector());
        assertEquals(model.dimensions(), twice.get(0).dimensions());
        assertEquals(model.id(), twice.get(0).model());
    }

    @Test
    void readsTheHeadOfTheLongestTurnInTime() {
        model.embed(List.of("warm"));

        assertTimeout(Duration.ofSeconds(5), () -> model.embed(List.of("word ".repeat(20_000))));
    }

    @Test
    void takesTextThatIsNotEnglishOrNotEvenWellFormed() {
        List<Embedding> vectors = model.embed(List.of("日本語", "🙂🙂🙂", "\uD800 half a pair", " ", "\u0000"));

        assertTrue(vectors.stream().allMatch(vector -> vector.dimensions() == 384));
    }

    @Test
    void offersEveryModelWhoseFilesAreHere() {
        OnnxEmbeddingModels models = new OnnxEmbeddingModels("all-minilm-l6-v2-q-384");
        EmbeddingModel miniLm = models.wanted().orElseThrow();

        Embedding question = miniLm.embedQuery("Which database did we choose?");
        List<Embedding> passages = miniLm.embed(
                List.of("Ann: Let us use PostgreSQL for the orders.", "Bob: The train to Berlin was late again."));

        assertTrue(question.cosine(passages.get(0)) > question.cosine(passages.get(1)) + 0.05);
        assertEquals("all-minilm-l6-v2-q-384", question.model());
        assertEquals(0, question.cosine(model.embedQuery("Which database did we choose?")));
        assertSame(miniLm, models.find("all-minilm-l6-v2-q-384").orElseThrow());
        assertTrue(models.find("amazon.titan-embed-text-v2:0-normalized-1024").isEmpty());
        assertTrue(new OnnxEmbeddingModels("amazon.titan-embed-text-v2:0-normalized-1024")
                .wanted()
                .isEmpty());
    }
}
