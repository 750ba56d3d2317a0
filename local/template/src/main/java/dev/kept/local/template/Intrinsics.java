package dev.kept.local.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// CloudFormation's intrinsic functions, evaluated in one stack. Empty means AWS::NoValue: the property was never
/// written.
final class Intrinsics {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private final Stack stack;

    Intrinsics(Stack stack) {
        this.stack = stack;
    }

    Optional<Value> resolve(Value value) {
        return switch (value) {
            case Value.Text text -> Optional.of(text);
            case Value.Items(var items, var at) -> Optional.of(new Value.Items(resolveAll(items), at));
            case Value.Fields fields ->
                call(fields).map(this::evaluate).orElseGet(() -> Optional.of(resolveFields(fields)));
        };
    }

    private List<Value> resolveAll(List<Value> items) {
        return items.stream().flatMap(item -> resolve(item).stream()).toList();
    }

    private Value resolveFields(Value.Fields fields) {
        var resolved = new LinkedHashMap<String, Value>();
        fields.values().forEach((name, value) -> resolve(value).ifPresent(v -> resolved.put(name, v)));
        return new Value.Fields(resolved, fields.at());
    }

    private record Call(String function, Value argument) {

        Position at() {
            return argument.at();
        }

        List<Value> arguments(int count) {
            List<Value> arguments = argument.asItems();
            if (arguments.size() != count) {
                throw new TemplateException(at(), function + " takes " + count + " arguments");
            }
            return arguments;
        }
    }

    private static Optional<Call> call(Value.Fields fields) {
        if (fields.values().size() != 1) {
            return Optional.empty();
        }
        var only = fields.values().entrySet().iterator().next();
        boolean function = only.getKey().equals("Ref") || only.getKey().startsWith("Fn::");
        return function ? Optional.of(new Call(only.getKey(), only.getValue())) : Optional.empty();
    }

    private Optional<Value> evaluate(Call call) {
        return switch (call.function()) {
            case "Ref" -> ref(call.argument().asText(), call.at());
            case "Fn::GetAtt" ->
                Optional.of(attribute(String.join(".", call.argument().asTexts()), call.at()));
            case "Fn::Sub" -> Optional.of(sub(call));
            case "Fn::If" -> choose(call);
            case "Fn::Join" -> Optional.of(join(call));
            case "Fn::Select" -> Optional.of(select(call));
            case "Fn::Split" -> Optional.of(split(call));
            case "Fn::FindInMap" -> Optional.of(findInMap(call));
            case "Fn::Base64" -> Optional.of(base64(call));
            case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" ->
                Optional.of(text(Boolean.toString(holds(call)), call.at()));
            default -> throw new TemplateException(call.at(), call.function() + " is not supported locally");
        };
    }

    /// A condition: a call of one of the four logical functions, or the name of another condition.
    boolean holds(Value rule) {
        if (rule instanceof Value.Fields fields) {
            Optional<Value> name = fields.get("Condition");
            if (name.isPresent()) {
                return stack.condition(name.get().asText(), rule);
            }
            return call(fields).map(this::holds).orElseThrow(() -> notACondition(rule));
        }
        throw notACondition(rule);
    }

    private boolean holds(Call call) {
        return switch (call.function()) {
            case "Fn::Equals" -> {
                List<Value> sides = call.arguments(2);
                yield needed(sides.get(0)).asText().equals(needed(sides.get(1)).asText());
            }
            case "Fn::Not" -> !holds(call.arguments(1).getFirst());
            case "Fn::And" -> call.argument().asItems().stream().allMatch(this::holds);
            case "Fn::Or" -> call.argument().asItems().stream().anyMatch(this::holds);
            default -> throw notACondition(call.argument());
        };
    }

    private static TemplateException notACondition(Value rule) {
        return new TemplateException(rule.at(), "a condition is made of Equals, Not, And, Or and Condition");
    }

    private Optional<Value> ref(String name, Position at) {
        if (name.equals("AWS::NoValue")) {
            return Optional.empty();
        }
        Optional<Value> known = stack.values()
                .pseudoParameter(name)
                .<Value>map(value -> text(value, at))
                .or(() -> stack.parameter(name))
                .or(() -> GeneratedIds.physicalId(name, stack).map(id -> text(id, at)));
        return Optional.of(known.orElseGet(() -> text(PhysicalIds.of(stack.resource(name, at)), at)));
    }

    private Value attribute(String path, Position at) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            throw new TemplateException(at, "GetAtt needs a resource and an attribute, not '" + path + "'");
        }
        String id = path.substring(0, dot);
        String attribute = path.substring(dot + 1);
        if (!stack.declares(id)) {
            return GeneratedIds.physicalId(id, stack)
                    .map(generated -> text(generated + "." + attribute, at))
                    .orElseThrow(() -> new TemplateException(at, "there is no resource named " + id));
        }
        Resource resource = stack.resource(id, at);
        return Stack.isNested(resource) && attribute.startsWith("Outputs.")
                ? stack.nested(resource).output(attribute.substring("Outputs.".length()), at)
                : text(PhysicalIds.attribute(resource, attribute), at);
    }

    private Value sub(Call call) {
        List<Value> arguments = call.argument().asItems();
        Map<String, Value> local =
                arguments.size() > 1 ? arguments.get(1).asFields().values() : Map.of();
        String pattern = arguments.getFirst().asText();
        String replaced = PLACEHOLDER
                .matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(substitute(found.group(1), local, call)));
        return text(replaced, call.at());
    }

    private String substitute(String name, Map<String, Value> local, Call call) {
        if (name.startsWith("!")) {
            return "${" + name.substring(1) + "}";
        }
        Value given = local.get(name);
        if (given != null) {
            return needed(given).asText();
        }
        boolean attribute = name.contains(".") && stack.declares(name.substring(0, name.indexOf('.')));
        return attribute
                ? attribute(name, call.at()).asText()
                : ref(name, call.at()).map(Value::asText).orElse("");
    }

    private Optional<Value> choose(Call call) {
        List<Value> arguments = call.arguments(3);
        boolean holds = stack.condition(arguments.getFirst().asText(), call.argument());
        return resolve(arguments.get(holds ? 1 : 2));
    }

    private Value join(Call call) {
        List<Value> arguments = call.arguments(2);
        String delimiter = arguments.get(0).asText();
        return text(String.join(delimiter, needed(arguments.get(1)).asTexts()), call.at());
    }

    private Value select(Call call) {
        List<Value> arguments = call.arguments(2);
        int index = needed(arguments.get(0)).asNumber();
        List<Value> items = needed(arguments.get(1)).asItems();
        if (index < 0 || index >= items.size()) {
            throw new TemplateException(call.at(), "Select asks for item " + index + " of " + items.size());
        }
        return items.get(index);
    }

    private Value split(Call call) {
        List<Value> arguments = call.arguments(2);
        String delimiter = arguments.get(0).asText();
        var parts = new ArrayList<Value>();
        for (String part : needed(arguments.get(1)).asText().split(Pattern.quote(delimiter), -1)) {
            parts.add(text(part, call.at()));
        }
        return new Value.Items(parts, call.at());
    }

    private Value findInMap(Call call) {
        List<Value> arguments = call.arguments(3);
        Value found = stack.mappings();
        for (Value key : arguments) {
            String name = needed(key).asText();
            found = found.asFields()
                    .get(name)
                    .orElseThrow(() -> new TemplateException(call.at(), "no mapping holds " + name));
        }
        return found;
    }

    private Value base64(Call call) {
        byte[] plain = needed(call.argument()).asText().getBytes(StandardCharsets.UTF_8);
        return text(Base64.getEncoder().encodeToString(plain), call.at());
    }

    private Value needed(Value argument) {
        return resolve(argument)
                .orElseThrow(() -> new TemplateException(argument.at(), "AWS::NoValue cannot be used here"));
    }

    private static Value.Text text(String text, Position at) {
        return new Value.Text(text, at);
    }
}
