package dev.kept.local.integration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One operation of the contract, references resolved down to its schemas.
record Operation(String id, String method, String path, JsonNode node, List<Parameter> parameters, JsonNode document) {

    /// Fewer parameters in the path first: a literal segment wins.
    static final Comparator<Operation> MORE_SPECIFIC = Comparator.comparingLong(
            operation -> -operation.path().chars().filter(c -> c == '{').count());

    record Parameter(String name, String in, JsonNode schema, boolean required) {}

    static Operation of(JsonNode document, String path, String method, JsonNode node) {
        var parameters = new ArrayList<Parameter>();
        document.path("paths").path(path).path("parameters").forEach(it -> parameters.add(parameter(document, it)));
        node.path("parameters").forEach(it -> parameters.add(parameter(document, it)));
        return new Operation(
                node.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                node,
                List.copyOf(parameters),
                document);
    }

    private static Parameter parameter(JsonNode document, JsonNode node) {
        JsonNode resolved = resolve(document, node);
        return new Parameter(
                resolved.path("name").asText(),
                resolved.path("in").asText(),
                resolve(document, resolved.path("schema")),
                resolved.path("required").asBoolean());
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    String routeKey() {
        return method + " " + path;
    }

    boolean answers(String requestMethod, String requestPath) {
        String pattern = Pattern.quote(path).replaceAll("\\{[a-zA-Z]+}", "\\\\E[^/]+\\\\Q");
        return method.equals(requestMethod) && Pattern.matches(pattern, requestPath);
    }

    Optional<JsonNode> response(int status) {
        return Optional.of(node.path("responses").path(Integer.toString(status)))
                .filter(found -> !found.isMissingNode())
                .map(found -> resolve(document, found));
    }

    Optional<JsonNode> requestSchema() {
        return Optional.of(node.at("/requestBody/content/application~1json/schema"))
                .filter(found -> !found.isMissingNode());
    }

    List<JsonNode> requestExamples() {
        JsonNode content = node.at("/requestBody/content/application~1json");
        var examples = new ArrayList<JsonNode>();
        if (content.has("example")) {
            examples.add(content.path("example"));
        }
        content.path("examples").forEach(example -> examples.add(example.path("value")));
        return examples;
    }

    boolean isOpen() {
        return node.has("security") && node.path("security").isEmpty();
    }

    boolean isForAdministrators() {
        return node.path("tags").path(0).asText().equals("Accounts");
    }

    boolean isList() {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals("limit"));
    }

    boolean takes(String parameter) {
        return parameters.stream().anyMatch(known -> known.name().equals(parameter));
    }

    List<Parameter> in(String place) {
        return parameters.stream().filter(known -> known.in().equals(place)).toList();
    }

    @Override
    public String toString() {
        return routeKey();
    }
}
