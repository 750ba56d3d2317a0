package dev.kept.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
    private static final int DIMENSIONS = 384;

    private final Random random = new Random(5);

    @Test
    void isAUnitVector() {
        Embedding embedding = random("small");
        assertEquals(1, embedding.cosine(embedding), 1e-6);
    }

    @Test
    void pointsTheSameWayAfterItWasStored() {
        Embedding one = random("small");
        Embedding other = random("small");
        Embedding read = Embedding.fromBytes("small", one.toBytes());
        assertEquals(DIMENSIONS * Embedding.BYTES_A_DIMENSION, one.toBytes().remaining());
        assertEquals(one.cosine(other), read.cosine(other), 1e-4);
        assertEquals(1, read.cosine(one), 1e-4);
    }

    @Test
    void isNotComparedWithThatOfAnotherModel() {
        assertFalse(random("small").isComparable(random("large")));
        assertEquals(0, random("small").cosine(random("large")));
    }

    private Embedding random(String model) {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return new Embedding(model, vector);
    }
}
