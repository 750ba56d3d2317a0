package dev.kept.application.extraction.consolidation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.testkit.FakeEmbeddingModel;
import dev.kept.testkit.FakeEmbeddingModels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NearnessTest {
    private final Nearness nearness = Nearness.among(List.of(
            FakeEmbeddingModels.of(new FakeEmbeddingModel("another")),
            FakeEmbeddingModels.of(new FakeEmbeddingModel(Nearness.MODEL))));

    @Test
    void theSameTextIsAsNearAsCanBe() {
        Map<UpdateSign, Double> signs = nearness.of("the api runs on Fargate", "the api runs on Fargate");

        assertEquals(2, signs.getOrDefault(UpdateSign.NEARNESS, 0.0), 1e-6);
        assertEquals(2.4, signs.getOrDefault(UpdateSign.NEARNESS_HIGH, 0.0), 1e-6);
    }

    @Test
    void whatHasNothingInCommonIsNotNear() {
        Map<UpdateSign, Double> signs = nearness.of("the api runs on Fargate", "Robin likes tea");

        assertEquals(Map.of(UpdateSign.NEARNESS, 0.0, UpdateSign.NEARNESS_HIGH, 0.0), signs);
    }

    @Test
    void vectorsOfAnotherModelTellNothing() {
        Nearness without = Nearness.among(List.of(FakeEmbeddingModels.of(new FakeEmbeddingModel("another"))));

        assertFalse(without.isKnown());
        assertEquals(Map.of(), without.of("one", "one"));
    }

    /// Between two corners both signs grow evenly, so nothing in between is likelier than the likelier corner.
    @Test
    void everyPairLiesBetweenTheCorners() {
        UpdateWeights weights = UpdateWeights.ofWordsAndMeaning();
        double most = Nearness.corners().stream()
                .mapToDouble(weights::probability)
                .max()
                .orElseThrow();
        for (String other : List.of("the api runs on ECS", "the api runs", "api", "tea", "the api runs on Fargate")) {
            assertTrue(weights.probability(nearness.of("the api runs on Fargate", other)) <= most + 1e-9);
        }
    }
}
