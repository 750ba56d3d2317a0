package dev.kept.adapters.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A condition of a write, with the names and values that its text speaks of.
record Condition(String text, Map<String, String> names, Map<String, AttributeValue> values) {
    static Condition exists(String name) {
        return new Condition("attribute_exists(#" + name + ")", Map.of("#" + name, name), Map.of());
    }

    static Condition absent(String name) {
        return new Condition("attribute_not_exists(#" + name + ")", Map.of("#" + name, name), Map.of());
    }

    static Condition equal(String name, AttributeValue value) {
        return compare(name, "=", value);
    }

    static Condition equal(String name, long value) {
        return equal(name, AttributeValue.fromN(Long.toString(value)));
    }

    static Condition less(String name, AttributeValue value) {
        return compare(name, "<", value);
    }

    static Condition atMost(String name, long value) {
        return compare(name, "<=", AttributeValue.fromN(Long.toString(value)));
    }

    static Condition atLeast(String name, long value) {
        return compare(name, ">=", AttributeValue.fromN(Long.toString(value)));
    }

    /// @param low inclusive
    /// @param high inclusive
    static Condition between(String name, long low, long high) {
        return new Condition(
                "#" + name + " BETWEEN :low_" + name + " AND :high_" + name,
                Map.of("#" + name, name),
                Map.of(
                        ":low_" + name, AttributeValue.fromN(Long.toString(low)),
                        ":high_" + name, AttributeValue.fromN(Long.toString(high))));
    }

    /// The attribute is as it was read, which may be not at all.
    static Condition unchanged(String name, Optional<String> value) {
        return value.map(text -> equal(name, AttributeValue.fromS(text))).orElseGet(() -> absent(name));
    }

    Condition and(Condition other) {
        return joined("AND", other);
    }

    Condition or(Condition other) {
        return joined("OR", other);
    }

    private static Condition compare(String name, String operator, AttributeValue value) {
        String placeholder = ":if_" + name;
        return new Condition(
                "#" + name + " " + operator + " " + placeholder, Map.of("#" + name, name), Map.of(placeholder, value));
    }

    private Condition joined(String operator, Condition other) {
        Map<String, String> allNames = new HashMap<>(names);
        allNames.putAll(other.names);
        Map<String, AttributeValue> allValues = new HashMap<>(values);
        allValues.putAll(other.values);
        return new Condition("(" + text + ") " + operator + " (" + other.text + ")", allNames, allValues);
    }
}
