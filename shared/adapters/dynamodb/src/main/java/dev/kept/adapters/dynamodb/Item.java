package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.search.Embedding;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The attributes of one item, in our types. What is absent is not written.
final class Item {
    private final Map<String, AttributeValue> attributes;
    /// Attributes that were put, absent ones too.
    private final Set<String> named = new HashSet<>();

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
        return set(name, AttributeValue.fromS(value));
    }

    Item put(String name, long value) {
        return set(name, AttributeValue.fromN(Long.toString(value)));
    }

    Item put(String name, double value) {
        return set(name, AttributeValue.fromN(Double.toString(value)));
    }

    Item put(String name, boolean value) {
        return set(name, AttributeValue.fromBool(value));
    }

    Item put(String name, Instant value) {
        return put(name, Times.format(value));
    }

    Item put(String name, Enum<?> value) {
        return put(name, value.name());
    }

    /// Text, an id or an instant, when there is one.
    Item put(String name, Optional<?> value) {
        named.add(name);
        value.ifPresent(present -> put(name, present instanceof Instant at ? Times.format(at) : present.toString()));
        return this;
    }

    Item put(String name, Collection<?> values) {
        named.add(name);
        if (!values.isEmpty()) {
            List<AttributeValue> texts = values.stream()
                    .map(value -> AttributeValue.fromS(value.toString()))
                    .toList();
            set(name, AttributeValue.fromL(texts));
        }
        return this;
    }

    Item put(String name, Map<String, Object> json) {
        named.add(name);
        return json.isEmpty() ? this : put(name, Json.write(json));
    }

    Item put(Embedding embedding) {
        SdkBytes bytes = SdkBytes.fromByteBuffer(embedding.toBytes());
        return set(Attribute.EMBEDDING, AttributeValue.fromB(bytes)).put(Attribute.EMBEDDING_MODEL, embedding.model());
    }

    /// Takes over what an earlier version of the item has under names that nothing was put under here: a newer release
    /// wrote it, and would miss it.
    Item keepUnnamed(Item before, Set<String> except) {
        before.attributes.forEach((name, value) -> {
            if (!named.contains(name) && !except.contains(name)) {
                attributes.putIfAbsent(name, value);
            }
        });
        return this;
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

    /// @throws DependencyUnavailable because of {@link OfANewerRelease}, when this release knows no such constant
    <E extends Enum<E>> E constant(Class<E> type, String name) {
        String text = text(name);
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw OfANewerRelease.unavailable(name, e);
        }
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

    private Item set(String name, AttributeValue value) {
        named.add(name);
        attributes.put(name, value);
        return this;
    }

    private AttributeValue attribute(String name) {
        return Optional.ofNullable(attributes.get(name))
                .orElseThrow(() -> new IllegalStateException("item without " + name));
    }
}
