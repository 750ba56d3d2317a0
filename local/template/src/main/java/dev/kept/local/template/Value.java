package dev.kept.local.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A node of a template. CloudFormation compares and joins text only, so numbers and booleans stay the text they were
/// written as.
public sealed interface Value {

    Position at();

    record Text(String text, Position at) implements Value {

        @Override
        public String toString() {
            return text;
        }
    }

    record Items(List<Value> values, Position at) implements Value {

        public Items {
            values = List.copyOf(values);
        }
    }

    record Fields(Map<String, Value> values, Position at) implements Value {

        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        Optional<Value> get(String name) {
            return Optional.ofNullable(values.get(name));
        }

        Value required(String name) {
            return get(name).orElseThrow(() -> new TemplateException(at, name + " is missing"));
        }

        Fields fields(String name) {
            return get(name).map(Value::asFields).orElseGet(() -> new Fields(Map.of(), at));
        }

        List<Value> items(String name) {
            return get(name).map(Value::asItems).orElseGet(List::of);
        }

        Optional<String> text(String name) {
            return get(name).map(Value::asText);
        }

        Optional<Integer> number(String name) {
            return get(name).map(Value::asNumber);
        }

        boolean flag(String name) {
            return text(name).map(Boolean::parseBoolean).orElse(false);
        }

        /// SAM's rule for Globals: maps are merged key by key, everything else is replaced.
        Fields over(Fields defaults) {
            var merged = new LinkedHashMap<>(defaults.values);
            values.forEach((name, value) -> merged.merge(
                    name,
                    value,
                    (before, now) ->
                            before instanceof Fields base && now instanceof Fields top ? top.over(base) : now));
            return new Fields(merged, at);
        }
    }

    default String asText() {
        return switch (this) {
            case Text text -> text.text();
            case Items items -> throw new TemplateException(items.at(), "a text was expected, not a list");
            case Fields fields -> throw new TemplateException(fields.at(), "a text was expected, not a map");
        };
    }

    default int asNumber() {
        try {
            return Integer.parseInt(asText());
        } catch (NumberFormatException _) {
            throw new TemplateException(at(), "a number was expected, not '" + asText() + "'");
        }
    }

    default Fields asFields() {
        if (this instanceof Fields fields) {
            return fields;
        }
        throw new TemplateException(at(), "a map was expected");
    }

    /// A single value is accepted where a list is expected, as SAM does.
    default List<Value> asItems() {
        return this instanceof Items items ? items.values() : List.of(this);
    }

    default List<String> asTexts() {
        var texts = new ArrayList<String>();
        asItems().forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }
}
