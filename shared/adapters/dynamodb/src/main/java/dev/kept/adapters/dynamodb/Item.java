package dev.kept.adapters.dynamodb;

import dev.kept.domain.search.Embedding;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The attributes of one item, in our types. What is absent is not written.
final class Item {
    private final Map<String, AttributeValue> attributes;

    Item(Map<String, AttributeValue> attributes) {
        this.attributes = new HashMap<>(attributes);
    }

    static Item at(Key key) {
        return new Item(key.attributes());
    }

    Map<String, AttributeValue> attributes() {
        return Map.copyOf(attributes);
    }

    Item put(String name, String value) {
        attributes.put(name, AttributeValue.fromS(value));
        return this;
    }

    Item put(String name, long value) {
        attributes.put(name, AttributeValue.fromN(Long.toString(value)));
        return this;
    }

    Item put(String name, double value) {
        attributes.put(name, AttributeValue.fromN(Double.toString(value)));
        return this;
    }

    Item put(String name, boolean value) {
        attributes.put(name, AttributeValue.fromBool(value));
        return this;
    }

    Item put(String name, Instant value) {
        return put(name, Times.format(value));
    }

    Item put(String name, Enum<?> value) {
        return put(name, value.name());
    }

    /// Text, an id or an instant, when there is one.
    Item put(String name, Optional<?> value) {
        value.ifPresent(present -> put(name, present instanceof Instant at ? Times.format(at) : present.toString()));
        return this;
    }

    Item put(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            List<AttributeValue> texts = values.stream()
                    .map(value -> AttributeValue.fromS(value.toString()))
                    .toList();
            attributes.put(name, AttributeValue.fromL(texts));
        }
        return this;
    }

    Item put(String name, Map<String, Object> json) {
        return json.isEmpty() ? this : put(name, Json.write(json));
    }

    Item put(Embedding embedding) {
        SdkBytes bytes = SdkBytes.fromByteBuffer(embedding.toBytes());
        attributes.put(Attribute.EMBEDDING, AttributeValue.fromB(bytes));
        return put(Attribute.EMBEDDING_MODEL, embedding.model());
    }

    Item remove(String name) {
        attributes.remove(name);
        return this;
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalStateException("item without " + name));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    long number(String name) {
        return Long.parseLong(attribute(name).n());
    }

    double real(String name) {
        return Double.parseDouble(attribute(name).n());
    }

    boolean flag(String name) {
        return Optional.ofNullable(attributes.get(name))
                .map(AttributeValue::bool)
                .orElse(false);
    }

    Instant time(String name) {
        return Instant.parse(text(name));
    }

    Optional<Instant> optionalTime(String name) {
        return optional(name).map(Instant::parse);
    }

    <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, text(name));
    }

    List<String> texts(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::l).orElse(List.of()).stream()
                .map(AttributeValue::s)
                .toList();
    }

    Map<String, Object> json(String name) {
        return optional(name).map(Json::readMap).orElse(Map.of());
    }

    Optional<Embedding> embedding() {
        return Optional.ofNullable(attributes.get(Attribute.EMBEDDING))
                .map(bytes -> Embedding.fromBytes(
                        text(Attribute.EMBEDDING_MODEL), bytes.b().asByteBuffer()));
    }

    /// About how many bytes the text in it takes.
    int size() {
        return attributes.values().stream()
                .map(AttributeValue::s)
                .filter(Objects::nonNull)
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /// DynamoDB removes what has expired within days, not at once.
    boolean isLive(Clock clock) {
        return !has(Attribute.EXPIRES_AT)
                || number(Attribute.EXPIRES_AT) > clock.instant().getEpochSecond();
    }

    private AttributeValue attribute(String name) {
        return Optional.ofNullable(attributes.get(name))
                .orElseThrow(() -> new IllegalStateException("item without " + name));
    }
}
