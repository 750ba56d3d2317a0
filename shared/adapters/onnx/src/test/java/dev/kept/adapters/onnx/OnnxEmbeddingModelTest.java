package dev.kept.adapters.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.search.Embedding;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxEmbeddingModelTest {
    private final OnnxEmbeddingModel model = new OnnxEmbeddingModel();

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
}
