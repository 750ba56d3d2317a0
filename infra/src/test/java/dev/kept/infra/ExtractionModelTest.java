package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.template.EventModel;
import dev.kept.local.template.FunctionModel;
import dev.kept.local.template.LocalValues;
import dev.kept.local.template.SystemModel;
import dev.kept.local.template.TemplateReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What changes when a model finds memories.
class ExtractionModelTest {
    private static final SystemModel WITH_MODEL = TemplateReader.read(
            Templates.ROOT.resolve("template.yaml"),
            Map.of("ExtractionModel", "amazon.nova-lite-v1:0"),
            LocalValues.withEndpoints("http://127.0.0.1:9324", "127.0.0.1:9200"));

    @Test
    void givesTheFunctionTimeAndOneSessionAtATime() {
        FunctionModel function = extraction();
        EventModel.QueueSource source = function.events().stream()
                .filter(EventModel.QueueSource.class::isInstance)
                .map(EventModel.QueueSource.class::cast)
                .findFirst()
                .orElseThrow();
        Duration visibility = Duration.ofSeconds(Integer.parseInt(WITH_MODEL
                .queueByArn(source.queueArn())
                .orElseThrow()
                .attributes()
                .getOrDefault("VisibilityTimeout", "30")));

        assertEquals(Duration.ofMinutes(5), function.timeout());
        assertEquals(1, source.batchSize());
        assertTrue(visibility.compareTo(function.timeout().multipliedBy(6)) >= 0);
        assertEquals("amazon.nova-lite-v1:0", function.environment().get("KEPT_EXTRACTION_MODEL"));
    }

    @Test
    void isAllowedOnlyWhereItIsUsed() {
        JsonNode policy = Templates.MAIN.at("/Resources/ExtractWithModelPolicy");
        assertEquals("UseExtractionModel", policy.path("Condition").asText());
        long users = Templates.resources(Templates.MAIN, "AWS::Serverless::Function")
                .filter(function -> function.getValue().toString().contains("ExtractWithModelPolicy"))
                .count();
        assertEquals(1, users);
    }

    private static FunctionModel extraction() {
        return WITH_MODEL.functions().stream()
                .filter(function -> function.name().equals("memory-extraction"))
                .findFirst()
                .orElseThrow();
    }
}
