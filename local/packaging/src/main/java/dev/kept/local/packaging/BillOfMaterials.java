package dev.kept.local.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The CycloneDX bills of all functions, as one.
final class BillOfMaterials {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OURS = "dev.kept";

    private final Map<String, JsonNode> components = new TreeMap<>();
    private final Map<String, JsonNode> dependencies = new TreeMap<>();

    static BillOfMaterials ofFunctions(Path folder) throws IOException {
        BillOfMaterials bill = new BillOfMaterials();
        try (Stream<Path> functions = Files.list(folder)) {
            for (Path function : functions.sorted().toList()) {
                Path own = function.resolve("target/bom.json");
                if (Files.exists(own)) {
                    bill.add(JSON.readTree(own.toFile()));
                } else if (Files.exists(function.resolve("pom.xml"))) {
                    throw new PackageRefused(own + " is missing: ./kept package makes it");
                }
            }
        }
        return bill;
    }

    void add(JsonNode bill) {
        bill.path("components")
                .forEach(component -> components.put(component.path("bom-ref").asText(), component));
        bill.path("dependencies")
                .forEach(dependency -> dependencies.put(dependency.path("ref").asText(), dependency));
    }

    /// What others made.
    List<Component> components() {
        return components.values().stream()
                .filter(component -> !component.path("group").asText().equals(OURS))
                .map(BillOfMaterials::component)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static Component component(JsonNode component) {
        String name =
                component.path("group").asText() + ":" + component.path("name").asText();
        List<String> licences = component
                .path("licenses")
                .valueStream()
                .map(BillOfMaterials::licence)
                .toList();
        return new Component(name, component.path("version").asText(), licences);
    }

    private static String licence(JsonNode choice) {
        return choice.path("license")
                .path("id")
                .asText(choice.path("license")
                        .path("name")
                        .asText(choice.path("expression").asText("unknown")));
    }

    void write(Path file) throws IOException {
        ObjectNode bill = JSON.createObjectNode();
        bill.put("bomFormat", "CycloneDX").put("specVersion", "1.6").put("version", 1);
        bill.putObject("metadata")
                .putObject("component")
                .put("type", "application")
                .put("bom-ref", "kept")
                .put("name", "kept");
        ArrayNode all = bill.putArray("components");
        components.values().forEach(all::add);
        ArrayNode edges = bill.putArray("dependencies");
        dependencies.values().forEach(edges::add);
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), bill);
    }
}
