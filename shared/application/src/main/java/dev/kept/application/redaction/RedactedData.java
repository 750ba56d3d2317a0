package dev.kept.application.redaction;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes secrets out of what stands around a text: titles, labels, and data of the client's own.
public final class RedactedData {
    private final Redactor redactor;

    public RedactedData(Redactor redactor) {
        this.redactor = redactor;
    }

    public Optional<String> text(Optional<String> text) {
        return text.map(this::text);
    }

    public List<String> labels(List<String> labels) {
        return labels.stream().map(this::text).toList();
    }

    public SortedSet<String> labels(SortedSet<String> labels) {
        return labels.stream().map(this::text).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The texts in a tree of JSON values, and its names; other values stay.
    public Map<String, Object> json(Map<String, Object> json) {
        Map<String, @Nullable Object> redacted = new LinkedHashMap<>();
        json.forEach((name, value) -> redacted.put(free(text(name), redacted), value(value)));
        return unmodifiable(redacted);
    }

    private @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case String text -> text(text);
            case Collection<?> list -> list.stream().map(this::value).toList();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> redacted = new LinkedHashMap<>();
                map.forEach((name, inner) -> redacted.put(free(text(String.valueOf(name)), redacted), value(inner)));
                yield redacted;
            }
            case null, default -> value;
        };
    }

    /// Two names that were secrets stay two.
    private static String free(String name, Map<String, ?> taken) {
        String free = name;
        for (int i = 2; taken.containsKey(free); i++) {
            free = name + " " + i;
        }
        return free;
    }

    private String text(String text) {
        return redactor.redact(text).text();
    }

    /// JSON has null values, which the contract's type does not tell.
    @SuppressWarnings("NullAway")
    private static Map<String, Object> unmodifiable(Map<String, @Nullable Object> json) {
        return Collections.unmodifiableMap(json);
    }
}
