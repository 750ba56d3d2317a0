package dev.kept.adapters.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The primary key of one item.
///
/// @param partitionName `owner`, or `account` in the accounts table
record Key(String table, String partitionName, String partition, String item) {
    Map<String, AttributeValue> attributes() {
        return Map.of(partitionName, AttributeValue.fromS(partition), Attribute.ITEM, AttributeValue.fromS(item));
    }
}
