package dev.kept.adapters.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Changes to some attributes of one item, if a condition holds.
final class Update {
    private final Key key;
    private final Condition condition;
    private final List<String> set = new ArrayList<>();
    private final List<String> remove = new ArrayList<>();
    private final Map<String, String> names;
    private final Map<String, AttributeValue> values;

    Update(Key key, Condition condition) {
        this.key = key;
        this.condition = condition;
        this.names = new HashMap<>(condition.names());
        this.values = new HashMap<>(condition.values());
    }

    Update set(String name, AttributeValue value) {
        return assign(name, ":" + name, value);
    }

    Update set(String name, String value) {
        return set(name, AttributeValue.fromS(value));
    }

    Update set(String name, Instant value) {
        return set(name, Times.format(value));
    }

    Update setIfAbsent(String name, String value) {
        return assign(name, "if_not_exists(#" + name + ", :" + name + ")", AttributeValue.fromS(value));
    }

    Update add(String name, long amount) {
        return assign(name, "#" + name + " + :" + name, AttributeValue.fromN(Long.toString(amount)));
    }

    /// Adds to a number that may not be there yet.
    Update count(String name, long amount) {
        values.put(":nothing", AttributeValue.fromN("0"));
        return assign(
                name, "if_not_exists(#" + name + ", :nothing) + :" + name, AttributeValue.fromN(Long.toString(amount)));
    }

    Update remove(String name) {
        names.put("#" + name, name);
        remove.add("#" + name);
        return this;
    }

    /// Makes the named attributes the same as in `item`: those that it lacks are removed.
    Update copy(Item item, List<String> attributes) {
        Map<String, AttributeValue> wanted = item.attributes();
        for (String name : attributes) {
            Optional.ofNullable(wanted.get(name)).ifPresentOrElse(value -> set(name, value), () -> remove(name));
        }
        return this;
    }

    Key key() {
        return key;
    }

    Condition condition() {
        return condition;
    }

    String expression() {
        String sets = set.isEmpty() ? "" : "SET " + String.join(", ", set);
        String removes = remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove);
        return (sets + removes).strip();
    }

    Map<String, String> names() {
        return Map.copyOf(names);
    }

    Map<String, AttributeValue> values() {
        return Map.copyOf(values);
    }

    private Update assign(String name, String expression, AttributeValue value) {
        names.put("#" + name, name);
        values.put(":" + name, value);
        set.add("#" + name + " = " + expression);
        return this;
    }
}
