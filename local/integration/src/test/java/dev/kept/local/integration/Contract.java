package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// docs/api/openapi.yaml as something that replies are held against. Its schemas are JSON Schema 2020-12; only the
/// place where they refer to each other differs, so they are moved to `$defs`.
final class Contract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String BASE = "https://kept.test/contract/";

    private final JsonNode document;
    private final List<Operation> operations;
    private final Validator validator = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();
    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private final Set<String> succeeded = ConcurrentHashMap.newKeySet();

    private Contract(JsonNode document) {
        this.document = document;
        this.operations = operations(document);
    }

    static Contract read() {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return new Contract(Json.tree(yaml.load(Repository.text(Repository.file("docs/api/openapi.yaml")))));
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    Operation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation " + id));
    }

    /// Ids of the operations that answered with success at least once, as described.
    Set<String> succeeded() {
        return Set.copyOf(succeeded);
    }

    private static List<Operation> operations(JsonNode document) {
        var found = new ArrayList<Operation>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    found.add(Operation.of(document, path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return List.copyOf(found);
    }

    /// A reply has a status, a form and a body that the contract tells of; and what was taken was valid by it.
    void check(Reply reply) {
        String path = reply.call().path().split("\\?", 2)[0];
        Optional<Operation> known = operations.stream()
                .filter(operation -> operation.answers(reply.call().method(), path))
                .max(Operation.MORE_SPECIFIC);
        if (known.isEmpty()) {
            checkBody(reply, "Problem", document.at("/components/schemas/Problem"));
            return;
        }
        Operation operation = known.get();
        JsonNode response =
                operation.response(reply.status()).orElseGet(() -> fail("status is not in the contract: " + reply));
        if (response.path("content").isEmpty()) {
            assertEquals("", reply.body(), reply::toString);
        } else {
            checkContent(operation, reply, response.path("content"));
        }
        if (reply.status() < 300) {
            checkAccepted(operation, reply);
            succeeded.add(operation.id());
        }
    }

    private void checkContent(Operation operation, Reply reply, JsonNode content) {
        String type = reply.header("content-type").orElse("none");
        JsonNode schema = content.path(type).path("schema");
        if (schema.isMissingNode()) {
            fail("content type " + type + " is not in the contract: " + reply);
        }
        checkBody(reply, operation.id() + "-" + reply.status(), schema);
    }

    private void checkBody(Reply reply, String name, JsonNode schema) {
        List<String> violations = violations(name, schema, reply.json());
        if (!violations.isEmpty()) {
            fail(reply + " is not as described: " + violations);
        }
    }

    /// A batch takes what it can, and refuses the rest item by item.
    private void checkAccepted(Operation operation, Reply reply) {
        if (operation.id().equals("changeMemories")
                && Json.texts(reply.json().path("items"), "status").anyMatch("400"::equals)) {
            return;
        }
        reply.call().body().filter(body -> !body.isBlank()).ifPresent(body -> {
            List<String> violations = requestViolations(operation, Json.read(body));
            if (!violations.isEmpty()) {
                fail("was taken, but the contract forbids it: " + reply + violations);
            }
        });
    }

    List<String> requestViolations(Operation operation, JsonNode body) {
        return violations(operation.id() + "-request", operation.requestSchema().orElseThrow(), body);
    }

    private List<String> violations(String name, JsonNode schema, JsonNode value) {
        URI uri = URI.create(BASE + name);
        synchronized (registered) {
            if (registered.add(name)) {
                validator.registerSchema(uri, selfContained(schema));
            }
        }
        Validator.Result result = validator.validate(uri, value);
        return result.getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }

    private ObjectNode selfContained(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.putArray("allOf").add(schema);
        whole.set("$defs", document.at("/components/schemas"));
        return Json.object(whole.toString().replace("\"#/components/schemas/", "\"#/$defs/"));
    }

    /// The schema behind a reference.
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : resolved(document.at(reference.substring(1)));
    }
}
