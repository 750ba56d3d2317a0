package dev.kept.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A template as written, as a JSON tree: every scalar a text, and `!Ref x` as `{"!Ref": "x"}`.
final class YamlAsJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private YamlAsJson() {}

    static JsonNode read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return tree(new Yaml(new LoaderOptions()).compose(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(Node node) {
        String tag = node.getTag().getValue();
        JsonNode plain = untagged(node);
        return tag.startsWith("!") ? JSON.objectNode().set(tag, plain) : plain;
    }

    private static JsonNode untagged(Node node) {
        return switch (node) {
            case ScalarNode scalar -> JSON.textNode(scalar.getValue());
            case SequenceNode sequence -> {
                var items = JSON.arrayNode();
                sequence.getValue().forEach(item -> items.add(tree(item)));
                yield items;
            }
            case MappingNode mapping -> {
                var fields = JSON.objectNode();
                mapping.getValue()
                        .forEach(field ->
                                fields.set(((ScalarNode) field.getKeyNode()).getValue(), tree(field.getValueNode())));
                yield fields;
            }
            default -> throw new IllegalArgumentException("CloudFormation knows no YAML aliases: " + node);
        };
    }
}
