package dev.kept.adapters.bedrock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.extraction.ExtractionModel;
import dev.kept.domain.search.EmbeddingModels;
import dev.kept.domain.search.Reranker;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BedrockFactoryTest {
    private static final String TITAN = "amazon.titan-embed-text-v2:0-normalized-512";

    @Test
    void offersARerankerWhereOneIsConfigured() {
        try (var configured = ApplicationContext.run(Map.of("kept.rerank.model", "amazon.rerank-v1:0"));
                var empty = ApplicationContext.run(Map.of("kept.rerank.model", ""));
                var absent = ApplicationContext.run()) {
            assertTrue(configured.containsBean(Reranker.class));
            assertFalse(empty.containsBean(Reranker.class));
            assertFalse(absent.containsBean(Reranker.class));
        }
    }

    @Test
    void offersAnExtractionModelWhereOneIsConfigured() {
        System.setProperty("aws.region", "eu-central-1");
        try (var configured = ApplicationContext.run(Map.of("kept.extraction.model", "eu.amazon.nova-lite-v1:0"));
                var rules = ApplicationContext.run(Map.of("kept.extraction.model", "rules"));
                var absent = ApplicationContext.run()) {
            assertEquals(
                    "eu.amazon.nova-lite-v1:0",
                    configured.getBean(ExtractionModel.class).id());
            assertFalse(rules.containsBean(ExtractionModel.class));
            assertFalse(absent.containsBean(ExtractionModel.class));
        } finally {
            System.clearProperty("aws.region");
        }
    }

    @Test
    void wantsTheEmbeddingModelThatIsConfigured() {
        System.setProperty("aws.region", "eu-central-1");
        try (var context = ApplicationContext.run(Map.of("kept.embedding.model", TITAN));
                var absent = ApplicationContext.run()) {
            assertEquals(
                    TITAN,
                    context.getBean(EmbeddingModels.class)
                            .wanted()
                            .orElseThrow()
                            .id());
            assertTrue(absent.getBean(EmbeddingModels.class).wanted().isEmpty());
        } finally {
            System.clearProperty("aws.region");
        }
    }
}
