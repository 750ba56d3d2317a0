package dev.kept.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// One YAML file as a tree of values, each short form (`!Ref x`) written out as its long form (`Ref: x`).
final class YamlTree {

    private final Path file;

    private YamlTree(Path file) {
        this.file = file;
    }

    static Value.Fields read(Path file) {
        var tree = new YamlTree(file);
        try (var reader = Files.newBufferedReader(file)) {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (root == null) {
                throw new TemplateException(new Position(file, 1), "the file is empty");
            }
            return tree.value(root).asFields();
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new TemplateException(new Position(file, line), "not valid YAML: " + e.getProblem());
        } catch (IOException e) {
            throw new TemplateException(new Position(file, 1), "cannot be read: " + e.getMessage());
        }
    }

    private Value value(Node node) {
        Value plain = untagged(node);
        String tag = node.getTag().getValue();
        return tag.startsWith("!") && tag.length() > 1 ? longForm(tag.substring(1), plain) : plain;
    }

    private Value untagged(Node node) {
        return switch (node) {
            case ScalarNode scalar -> new Value.Text(scalar.getValue(), at(node));
            case SequenceNode sequence -> new Value.Items(items(sequence), at(node));
            case MappingNode mapping -> new Value.Fields(fields(mapping), at(node));
            default -> throw new TemplateException(at(node), "aliases are not allowed in a template");
        };
    }

    private List<Value> items(SequenceNode sequence) {
        var items = new ArrayList<Value>();
        sequence.getValue().forEach(item -> items.add(value(item)));
        return items;
    }

    private Map<String, Value> fields(MappingNode mapping) {
        var fields = new LinkedHashMap<String, Value>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = value(tuple.getKeyNode()).asText();
            if (fields.put(name, value(tuple.getValueNode())) != null) {
                throw new TemplateException(at(tuple.getKeyNode()), name + " is given twice");
            }
        }
        return fields;
    }

    private static Value longForm(String tag, Value argument) {
        String name = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
        return new Value.Fields(Map.of(name, argument), argument.at());
    }

    private Position at(Node node) {
        return new Position(file, node.getStartMark().getLine() + 1);
    }
}
