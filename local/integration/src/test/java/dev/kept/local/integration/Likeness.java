package dev.kept.local.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A reply without what differs between two runs of the same story: ids, times, secrets, and numbers that depend on the
/// age of things, such as how many records there are that keep their place for a while only.
final class Likeness {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern ID = Pattern.compile("\\b[a-z]{1,2}_[0-9A-HJKMNP-TV-Z]{26}\\b");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final Set<String> MOVING =
            Set.of("tookMs", "indexed", "read", "apiKey", "keyId", "nextCursor", "tokens", "requestId");

    private Likeness() {}

    static JsonNode of(JsonNode reply) {
        return switch (reply) {
            case ObjectNode object -> object(object);
            case ArrayNode array -> array(array);
            default -> value(reply);
        };
    }

    /// API keys are listed by their ids, which are drawn at random.
    private static JsonNode array(ArrayNode array) {
        Stream<JsonNode> items = array.valueStream().map(Likeness::of);
        boolean keys = array.valueStream().anyMatch(item -> item.has("keyId"));
        ArrayNode like = NODES.arrayNode();
        (keys ? items.sorted(Comparator.comparing(JsonNode::toString)) : items).forEach(like::add);
        return like;
    }

    private static JsonNode object(ObjectNode object) {
        ObjectNode like = NODES.objectNode();
        object.properties().forEach(field -> like.set(field.getKey(), field(field.getKey(), field.getValue())));
        return like;
    }

    private static JsonNode field(String name, JsonNode value) {
        if (MOVING.contains(name) && !value.isNull()) {
            return NODES.textNode("<" + name + ">");
        }
        return name.equals("body") && value.asText().startsWith("{") ? of(Json.read(value.asText())) : of(value);
    }

    private static JsonNode value(JsonNode value) {
        if (value.isTextual()) {
            String text = ID.matcher(value.asText()).replaceAll("<id>");
            text = TIME.matcher(text).replaceAll("<time>");
            return NODES.textNode(DIGEST.matcher(text).replaceAll("<digest>"));
        }
        return value.isFloatingPointNumber() ? NODES.textNode("<number>") : value;
    }
}
