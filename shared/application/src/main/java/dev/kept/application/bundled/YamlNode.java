package dev.kept.application.bundled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// A mapping of a YAML file, read field by field; a field of the wrong shape fails with its name.
public final class YamlNode {
    private final String path;
    private final Map<?, ?> fields;

    private YamlNode(String path, Map<?, ?> fields) {
        this.path = path;
        this.fields = fields;
    }

    /// Reads a resource that lies beside a class.
    public static YamlNode resource(Class<?> beside, String name) {
        String text = BundledText.read(beside, name).text();
        return node(name, new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    public String text(String field) {
        return optionalText(field).orElseThrow(() -> wrong(field, "is missing"));
    }

    public Optional<String> optionalText(String field) {
        return Optional.ofNullable(fields.get(field)).map(Object::toString);
    }

    public double number(String field, double absent) {
        Object value = fields.get(field);
        if (value == null) {
            return absent;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(field, "must be a number");
    }

    /// The texts of a list; empty when the field is absent.
    public List<String> texts(String field) {
        return items(field).stream().map(String::valueOf).toList();
    }

    /// The mappings of a list; empty when the field is absent.
    public List<YamlNode> nodes(String field) {
        return items(field).stream().map(item -> node(path + "/" + field, item)).toList();
    }

    /// A mapping as it stands in the file, for who knows its shape better.
    public Map<String, Object> tree(String field) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (fields.get(field) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> tree.put(String.valueOf(name), value));
            return tree;
        }
        throw wrong(field, "must be a mapping");
    }

    public <T> List<T> nodes(String field, Function<? super YamlNode, ? extends T> reader) {
        return nodes(field).stream().<T>map(reader).toList();
    }

    private List<?> items(String field) {
        Object value = fields.get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(field, "must be a list");
    }

    private static YamlNode node(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new YamlNode(path, map);
        }
        throw new IllegalStateException(path + " must be a mapping");
    }

    private IllegalStateException wrong(String field, String fault) {
        return new IllegalStateException(path + "/" + field + " " + fault);
    }
}
