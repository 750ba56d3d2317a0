package dev.kept.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A DynamoDB table with everything that its creation needs; attribute types are `S`, `N` or `B`.
public record TableModel(
        String logicalId,
        String name,
        String arn,
        String streamArn,
        Key key,
        Map<String, String> attributes,
        List<Index> localIndexes,
        List<Index> globalIndexes,
        Optional<String> streamView,
        Optional<String> ttlAttribute) {

    public TableModel {
        attributes = Map.copyOf(attributes);
        localIndexes = List.copyOf(localIndexes);
        globalIndexes = List.copyOf(globalIndexes);
    }

    public record Key(String hash, Optional<String> range) {}

    public record Index(String name, Key key, String projection, List<String> projectedAttributes) {

        public Index {
            projectedAttributes = List.copyOf(projectedAttributes);
        }
    }
}
