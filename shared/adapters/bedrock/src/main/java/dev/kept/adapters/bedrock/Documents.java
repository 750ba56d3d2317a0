package dev.kept.adapters.bedrock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.document.Document;

/// Trees of JSON, as the SDK has them and as we do.
final class Documents {
    private Documents() {}

    static Document of(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Document> fields = new LinkedHashMap<>();
                map.forEach((name, inner) -> fields.put(String.valueOf(name), of(inner)));
                yield Document.fromMap(fields);
            }
            case List<?> list ->
                Document.fromList(list.stream().map(Documents::of).toList());
            case String text -> Document.fromString(text);
            case Boolean flag -> Document.fromBoolean(flag);
            case Number number -> Document.fromNumber(new BigDecimal(number.toString()));
            default -> throw new IllegalArgumentException("no JSON: " + value.getClass());
        };
    }

    /// What is null counts as absent.
    static Optional<Object> read(Document document) {
        if (document.isNull()) {
            return Optional.empty();
        }
        if (document.isMap()) {
            return Optional.of(map(document));
        }
        if (document.isList()) {
            List<Object> items = new ArrayList<>();
            document.asList().forEach(item -> read(item).ifPresent(items::add));
            return Optional.of(items);
        }
        if (document.isBoolean()) {
            return Optional.of(document.asBoolean());
        }
        return Optional.of(document.isNumber() ? document.asNumber().bigDecimalValue() : document.asString());
    }

    static Map<String, Object> map(Document document) {
        Map<String, Object> fields = new LinkedHashMap<>();
        document.asMap().forEach((name, inner) -> read(inner).ifPresent(value -> fields.put(name, value)));
        return fields;
    }
}
