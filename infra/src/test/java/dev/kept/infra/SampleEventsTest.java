package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.local.template.EventModel;
import dev.kept.local.template.FunctionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every trigger of the template has its samples, and every sample its trigger.
class SampleEventsTest {
    private static final Path EVENTS = Templates.ROOT.resolve("events");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void areThereForEveryFunction() throws IOException {
        Set<String> functions =
                Templates.SYSTEM.functions().stream().map(FunctionModel::name).collect(Collectors.toSet());
        try (var folders = Files.list(EVENTS)) {
            assertEquals(
                    functions,
                    folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void areThereForEveryRouteAndNoOther() throws IOException {
        for (FunctionModel function : Templates.SYSTEM.functions()) {
            Set<String> routes = events(function, EventModel.Route.class)
                    .map(route -> route.method() + " " + route.path())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!routes.isEmpty()) {
                Set<String> sampled = samples(function)
                        .map(sample -> sample.path("routeKey").asText())
                        .collect(Collectors.toCollection(TreeSet::new));
                assertEquals(routes, sampled, function.name());
            }
        }
    }

    @Test
    void ofAScheduleAreWhatTheScheduleSends() throws IOException {
        for (FunctionModel function : Templates.SYSTEM.functions()) {
            Set<JsonNode> samples = samples(function).collect(Collectors.toSet());
            for (var schedule : events(function, EventModel.Schedule.class).toList()) {
                assertTrue(samples.contains(JSON.readTree(schedule.input().orElseThrow())), schedule.name());
            }
        }
    }

    @Test
    void ofAQueueComeFromItAndKeepItsKind() throws IOException {
        for (FunctionModel function : Templates.SYSTEM.functions()) {
            for (var source : events(function, EventModel.QueueSource.class).toList()) {
                var queue = Templates.SYSTEM.queueByArn(source.queueArn()).orElseThrow();
                for (JsonNode message : records(function)) {
                    assertTrue(message.path("eventSourceARN").asText().endsWith("-" + queue.name()), function.name());
                    assertEquals(queue.fifo(), message.at("/attributes").has("MessageGroupId"), function.name());
                }
            }
        }
    }

    @Test
    void ofAStreamHoldWhatItsTablesHold() throws IOException {
        for (FunctionModel function : Templates.SYSTEM.functions()) {
            if (events(function, EventModel.StreamSource.class).findAny().isPresent()) {
                for (JsonNode change : records(function)) {
                    assertEquals("aws:dynamodb", change.path("eventSource").asText());
                    assertEquals(2, change.at("/dynamodb/Keys").size(), function.name());
                    assertTrue(change.at("/dynamodb/Keys").has("owner"), function.name());
                }
            }
        }
    }

    private static <E extends EventModel> Stream<E> events(FunctionModel function, Class<E> kind) {
        return function.events().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Iterable<JsonNode> records(FunctionModel function) throws IOException {
        return samples(function)
                .flatMap(sample -> sample.path("Records").valueStream())
                .toList();
    }

    private static Stream<JsonNode> samples(FunctionModel function) throws IOException {
        try (var files = Files.list(EVENTS.resolve(function.name()))) {
            var samples = new ArrayList<JsonNode>();
            for (Path file : files.sorted().toList()) {
                samples.add(JSON.readTree(file.toFile()));
            }
            return samples.stream();
        }
    }
}
