package dev.kept.local.template;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// One template file in its scope: parameters, mappings, conditions and resources. Nested stacks are stacks of their
/// own, and
/// everything is evaluated when asked for, so that a stack may use another's outputs whatever their order in the file.
final class Stack {

    private static final Set<String> NESTED = Set.of("AWS::CloudFormation::Stack", "AWS::Serverless::Application");

    private final Path file;
    private final Value.Fields root;
    private final LocalValues values;
    private final Map<String, Value> arguments;
    private final Map<String, Boolean> conditions = new HashMap<>();
    private final Map<String, Stack> nested = new LinkedHashMap<>();
    private final Set<String> evaluating = new HashSet<>();
    private final Intrinsics intrinsics = new Intrinsics(this);

    Stack(Path file, Map<String, Value> arguments, LocalValues values) {
        this.file = file;
        this.root = YamlTree.read(file);
        this.arguments = Map.copyOf(arguments);
        this.values = values;
        arguments.forEach((name, value) -> {
            if (root.fields("Parameters").get(name).isEmpty()) {
                throw new TemplateException(value.at(), file + " has no parameter " + name);
            }
        });
    }

    Path file() {
        return file;
    }

    Position start() {
        return root.at();
    }

    LocalValues values() {
        return values;
    }

    Optional<Value> resolve(Value value) {
        return intrinsics.resolve(value);
    }

    /// The active resources: those without a condition, or whose condition holds.
    Map<String, Resource> resources() {
        var active = new LinkedHashMap<String, Resource>();
        root.fields("Resources").values().forEach((id, body) -> {
            Resource resource = new Resource(id, body.asFields(), this);
            if (resource.condition().map(name -> condition(name, body)).orElse(true)) {
                active.put(id, resource);
            }
        });
        return active;
    }

    Resource resource(String id, Position at) {
        return root.fields("Resources")
                .get(id)
                .map(body -> new Resource(id, body.asFields(), this))
                .orElseThrow(() -> new TemplateException(at, "there is no parameter or resource named " + id));
    }

    boolean declares(String id) {
        return root.fields("Resources").get(id).isPresent();
    }

    Value.Fields globals(String kind) {
        return root.fields("Globals").fields(kind);
    }

    Value.Fields mappings() {
        return root.fields("Mappings");
    }

    Optional<Value> parameter(String name) {
        return root.fields("Parameters").get(name).map(Value::asFields).map(declared -> parameter(name, declared));
    }

    private Value parameter(String name, Value.Fields declared) {
        Value given = Optional.ofNullable(arguments.get(name))
                .or(() -> declared.get("Default"))
                .orElseThrow(() ->
                        new TemplateException(declared.at(), "parameter " + name + " has no value and no default"));
        var allowed =
                declared.items("AllowedValues").stream().map(Value::asText).toList();
        if (!allowed.isEmpty() && !allowed.contains(given.asText())) {
            throw new TemplateException(given.at(), "parameter " + name + " must be one of " + allowed);
        }
        boolean list =
                declared.text("Type").filter(type -> type.contains("List")).isPresent();
        return list && given instanceof Value.Text text ? split(text) : given;
    }

    private static Value split(Value.Text text) {
        var items = text.text().isEmpty()
                ? java.util.List.<Value>of()
                : java.util.Arrays.stream(text.text().split(",", -1))
                        .<Value>map(item -> new Value.Text(item.strip(), text.at()))
                        .toList();
        return new Value.Items(items, text.at());
    }

    boolean condition(String name, Value usedBy) {
        Boolean known = conditions.get(name);
        if (known != null) {
            return known;
        }
        Value rule = root.fields("Conditions")
                .get(name)
                .orElseThrow(() -> new TemplateException(usedBy.at(), "there is no condition named " + name));
        boolean holds = once("condition " + name, usedBy.at(), () -> intrinsics.holds(rule));
        conditions.put(name, holds);
        return holds;
    }

    Value output(String name, Position at) {
        Value.Fields output = root.fields("Outputs")
                .get(name)
                .map(Value::asFields)
                .orElseThrow(() -> new TemplateException(at, file + " has no output " + name));
        return once("output " + name, at, () -> resolve(output.required("Value")))
                .orElseThrow(() -> new TemplateException(at, "output " + name + " of " + file + " has no value"));
    }

    Map<String, String> outputs() {
        var resolved = new TreeMap<String, String>();
        root.fields("Outputs").values().forEach((name, body) -> {
            boolean wanted = body.asFields()
                    .text("Condition")
                    .map(c -> condition(c, body))
                    .orElse(true);
            if (wanted) {
                resolved.put(name, output(name, body.at()).asText());
            }
        });
        return resolved;
    }

    /// The stack that a resource of this one stands for; its file is found relative to this one.
    Stack nested(Resource resource) {
        Stack known = nested.get(resource.logicalId());
        if (known != null) {
            return known;
        }
        Value.Fields properties = resource.rawProperties();
        Value location = properties
                .get("TemplateURL")
                .or(() -> properties.get("Location"))
                .orElseThrow(
                        () -> new TemplateException(resource.at(), "TemplateURL is missing").in(resource.logicalId()));
        Path nestedFile = Optional.ofNullable(file.getParent())
                .orElse(Path.of(""))
                .resolve(location.asText())
                .normalize();
        var passed = new HashMap<String, Value>();
        properties
                .fields("Parameters")
                .values()
                .forEach((name, value) -> resolve(value).ifPresent(resolved -> passed.put(name, resolved)));
        Stack stack = new Stack(nestedFile, passed, values);
        nested.put(resource.logicalId(), stack);
        return stack;
    }

    static boolean isNested(Resource resource) {
        return NESTED.contains(resource.type());
    }

    private <T> T once(String what, Position at, java.util.function.Supplier<T> evaluation) {
        if (!evaluating.add(what)) {
            throw new TemplateException(at, what + " depends on itself");
        }
        try {
            return evaluation.get();
        } finally {
            evaluating.remove(what);
        }
    }
}
