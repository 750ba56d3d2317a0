package dev.kept.local.template;

import java.util.Map;
import java.util.Optional;

/// A resource as written, together with the stack that gives its expressions a meaning.
record Resource(String logicalId, Value.Fields body, Stack stack) {

    String type() {
        return body.required("Type").asText();
    }

    Optional<String> condition() {
        return body.text("Condition");
    }

    Position at() {
        return body.at();
    }

    Value.Fields rawProperties() {
        return body.fields("Properties");
    }

    /// The properties, evaluated, over the given defaults.
    Value.Fields properties(Value.Fields defaults) {
        try {
            return stack.resolve(rawProperties().over(defaults))
                    .map(Value::asFields)
                    .orElseGet(() -> new Value.Fields(Map.of(), at()));
        } catch (TemplateException e) {
            throw e.in(logicalId);
        }
    }

    Value.Fields properties() {
        return properties(new Value.Fields(Map.of(), at()));
    }

    /// One evaluated property, without evaluating the others: names must not depend on what refers to them.
    Optional<String> property(String name) {
        return rawProperties().get(name).flatMap(stack::resolve).map(Value::asText);
    }
}
