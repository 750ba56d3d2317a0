package dev.kept.local.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class TableReader {

    private TableReader() {}

    static TableModel read(Resource resource) {
        Value.Fields properties = resource.properties();
        return new TableModel(
                resource.logicalId(),
                PhysicalIds.of(resource),
                PhysicalIds.arn(resource),
                PhysicalIds.streamArn(resource),
                key(properties),
                attributes(properties),
                indexes(properties, "LocalSecondaryIndexes"),
                indexes(properties, "GlobalSecondaryIndexes"),
                properties.fields("StreamSpecification").text("StreamViewType"),
                ttl(properties.fields("TimeToLiveSpecification")));
    }

    private static TableModel.Key key(Value.Fields owner) {
        Value schema = owner.required("KeySchema");
        return new TableModel.Key(
                keyPart(schema, "HASH")
                        .orElseThrow(() -> new TemplateException(schema.at(), "the key has no HASH part")),
                keyPart(schema, "RANGE"));
    }

    private static Optional<String> keyPart(Value schema, String type) {
        return schema.asItems().stream()
                .map(Value::asFields)
                .filter(part -> part.required("KeyType").asText().equals(type))
                .map(part -> part.required("AttributeName").asText())
                .findFirst();
    }

    private static Map<String, String> attributes(Value.Fields properties) {
        var types = new HashMap<String, String>();
        for (Value definition : properties.items("AttributeDefinitions")) {
            Value.Fields attribute = definition.asFields();
            types.put(
                    attribute.required("AttributeName").asText(),
                    attribute.required("AttributeType").asText());
        }
        return types;
    }

    private static List<TableModel.Index> indexes(Value.Fields properties, String kind) {
        return properties.items(kind).stream()
                .map(Value::asFields)
                .map(TableReader::index)
                .toList();
    }

    private static TableModel.Index index(Value.Fields index) {
        Value.Fields projection = index.fields("Projection");
        return new TableModel.Index(
                index.required("IndexName").asText(),
                key(index),
                projection.text("ProjectionType").orElse("ALL"),
                projection.items("NonKeyAttributes").stream().map(Value::asText).toList());
    }

    private static Optional<String> ttl(Value.Fields specification) {
        return specification.flag("Enabled") ? specification.text("AttributeName") : Optional.empty();
    }
}
