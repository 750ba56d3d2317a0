package dev.kept.local.stack.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.stack.aws.AwsJson;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/// Lambda's event filtering: an event passes that matches one of the patterns; a pattern matches where all its keys do;
/// a key
/// matches where one of its listed rules does.
/// See https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax
final class EventFilter {

    private final List<JsonNode> patterns;

    private EventFilter(List<JsonNode> patterns) {
        this.patterns = patterns;
    }

    static EventFilter of(List<String> patterns) {
        return new EventFilter(patterns.stream().map(EventFilter::parse).toList());
    }

    private static JsonNode parse(String pattern) {
        try {
            return AwsJson.JSON.readTree(pattern);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a filter's pattern is not JSON: " + pattern, e);
        }
    }

    boolean matches(JsonNode event) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, event));
    }

    private static boolean matches(JsonNode pattern, JsonNode event) {
        return pattern.properties().stream().allMatch(entry -> matches(entry.getKey(), entry.getValue(), event));
    }

    private static boolean matches(String key, JsonNode wanted, JsonNode event) {
        if (key.equals("$or")) {
            return any(wanted, alternative -> matches(alternative, event));
        }
        JsonNode value = event.path(key);
        return wanted.isObject() ? matches(wanted, value) : any(wanted, rule -> matchesRule(rule, value));
    }

    /// An array in the event matches where one of its elements does.
    private static boolean matchesRule(JsonNode rule, JsonNode value) {
        return value.isArray() ? any(value, element -> matchesOne(rule, element)) : matchesOne(rule, value);
    }

    private static boolean matchesOne(JsonNode rule, JsonNode value) {
        if (!rule.isObject()) {
            return equal(rule, value);
        }
        return rule.properties().stream().allMatch(entry -> matchesOperator(entry.getKey(), entry.getValue(), value));
    }

    private static boolean matchesOperator(String operator, JsonNode operand, JsonNode value) {
        return switch (operator) {
            // Only leaves exist for Lambda: a map below the key counts as absent.
            case "exists" -> operand.asBoolean() == (!value.isMissingNode() && !value.isObject());
            case "prefix" -> value.isTextual() && value.asText().startsWith(operand.asText());
            case "suffix" -> value.isTextual() && value.asText().endsWith(operand.asText());
            case "equals-ignore-case" ->
                value.isTextual()
                        && value.asText()
                                .toLowerCase(Locale.ROOT)
                                .equals(operand.asText().toLowerCase(Locale.ROOT));
            case "anything-but" -> !value.isMissingNode() && !excluded(operand, value);
            case "numeric" -> value.isNumber() && inRange(operand, value);
            default -> throw new IllegalArgumentException("filters have no operator " + operator);
        };
    }

    private static boolean excluded(JsonNode operand, JsonNode value) {
        return operand.isArray() ? any(operand, one -> equal(one, value)) : matchesOne(operand, value);
    }

    /// A list such as `[">", 0, "<=", 100]`; every comparison in it must hold.
    private static boolean inRange(JsonNode comparisons, JsonNode value) {
        for (int i = 0; i + 1 < comparisons.size(); i += 2) {
            if (!compares(comparisons.path(i).asText(), comparisons.path(i + 1), value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean compares(String operator, JsonNode bound, JsonNode value) {
        int order = value.decimalValue().compareTo(bound.decimalValue());
        return switch (operator) {
            case "=" -> order == 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new IllegalArgumentException("filters cannot compare with " + operator);
        };
    }

    private static boolean equal(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return one.equals(other);
    }

    private static boolean any(JsonNode array, Predicate<JsonNode> rule) {
        return StreamSupport.stream(array.spliterator(), false).anyMatch(rule);
    }
}
