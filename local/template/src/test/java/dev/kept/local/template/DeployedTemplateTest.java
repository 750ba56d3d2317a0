package dev.kept.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The template that is deployed, read as the local stack reads it.
class DeployedTemplateTest {

    private static final Path TEMPLATE = Path.of("../../template.yaml");
    private static final LocalValues VALUES = LocalValues.withEndpoints("http://127.0.0.1:9324", "127.0.0.1:9200");

    @Test
    void resolvesEverySourceToSomethingThatItDeclares() {
        SystemModel system = TemplateReader.read(TEMPLATE, Map.of(), VALUES);
        assertFalse(system.functions().isEmpty());
        for (FunctionModel function : system.functions()) {
            for (EventModel event : function.events()) {
                switch (event) {
                    case EventModel.QueueSource queue ->
                        assertTrue(system.queueByArn(queue.queueArn()).isPresent(), queue::toString);
                    case EventModel.StreamSource stream ->
                        assertTrue(system.tableByStreamArn(stream.streamArn()).isPresent(), stream::toString);
                    case EventModel.Route route -> assertTrue(route.path().startsWith("/"), route::toString);
                    case EventModel.Schedule schedule ->
                        assertFalse(schedule.expression().isEmpty(), schedule::toString);
                }
            }
        }
    }

    @Test
    void tellsWhatNobodyWaitsForFromWhatIsAskedFor() {
        assertEquals(
                Set.of("context-building", "indexer", "maintenance", "memory-extraction", "outbox", "submissions"),
                TemplateReader.read(TEMPLATE, Map.of(), VALUES).functions().stream()
                        .filter(FunctionModel::isBackground)
                        .map(FunctionModel::name)
                        .collect(Collectors.toSet()));
    }

    @Test
    void findsTheAuthorizerFunctionBehindItsAlias() {
        SystemModel system = TemplateReader.read(TEMPLATE, Map.of(), VALUES);
        var authorizer =
                system.api().orElseThrow().authorizers().values().iterator().next();
        assertEquals(
                "authorizer",
                system.function(authorizer.functionArn()).orElseThrow().name());
    }

    @Test
    void needsNoSearchEngineInDirectMode() {
        SystemModel system = TemplateReader.read(TEMPLATE, Map.of("SearchMode", "direct"), VALUES);
        assertFalse(system.search());
        assertEquals("", system.functions().getFirst().environment().get("KEPT_SEARCH_ENDPOINT"));
    }
}
