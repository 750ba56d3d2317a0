package dev.kept.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Lambda's own defaults apply where neither the function nor Globals say anything.
final class FunctionReader {

    private static final int TIMEOUT_SECONDS = 3;
    private static final int MEMORY_MEGABYTES = 128;

    private FunctionReader() {}

    static FunctionModel read(Resource resource) {
        Value.Fields properties = resource.properties(resource.stack().globals("Function"));
        return new FunctionModel(
                resource.logicalId(),
                PhysicalIds.functionName(resource),
                properties.required("Handler").asText(),
                codeUri(resource, properties),
                Duration.ofSeconds(properties.number("Timeout").orElse(TIMEOUT_SECONDS)),
                properties.number("MemorySize").orElse(MEMORY_MEGABYTES),
                environment(properties),
                properties.items("Policies"),
                events(properties),
                resource.at());
    }

    private static Path codeUri(Resource resource, Value.Fields properties) {
        Path folder = Optional.ofNullable(resource.stack().file().getParent()).orElse(Path.of(""));
        return folder.resolve(properties.text("CodeUri").orElse(".")).normalize();
    }

    private static Map<String, String> environment(Value.Fields properties) {
        var environment = new TreeMap<String, String>();
        properties
                .fields("Environment")
                .fields("Variables")
                .values()
                .forEach((name, value) -> environment.put(name, value.asText()));
        return environment;
    }

    private static List<EventModel> events(Value.Fields properties) {
        return properties.fields("Events").values().entrySet().stream()
                .map(event -> EventReader.read(event.getKey(), event.getValue().asFields()))
                .toList();
    }
}
