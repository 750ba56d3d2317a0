package dev.kept.adapters.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Some items of one partition of a table or of an index, in the order of the sort key.
///
/// @param low inclusive
/// @param high inclusive
/// @param attributes that are read; empty: all
record Range(
        String table,
        Optional<Index> index,
        String partitionName,
        String partition,
        String sortName,
        String low,
        String high,
        boolean newestFirst,
        List<String> attributes) {
    /// Sorts after everything that starts the same.
    private static final String END = "\uDBFF\uDFFF";
    /// Sorts before everything that a key holds, and cannot be empty.
    private static final String START = " ";

    /// All items of a partition of the table itself.
    static Range of(String table, String partitionName, String partition) {
        return new Range(
                table, Optional.empty(), partitionName, partition, Attribute.ITEM, START, END, false, List.of());
    }

    static Range of(String table, Index index, String partition) {
        return new Range(
                table, Optional.of(index), index.partition, partition, index.sort, START, END, false, List.of());
    }

    Range prefix(String prefix) {
        return between(prefix, prefix + END);
    }

    /// From the first key that sorts after `key`.
    Range after(String key) {
        return between(key + START, high);
    }

    Range upTo(String key) {
        return between(low, key);
    }

    Range between(String from, String to) {
        return new Range(table, index, partitionName, partition, sortName, from, to, newestFirst, attributes);
    }

    Range reversed() {
        return new Range(table, index, partitionName, partition, sortName, low, high, !newestFirst, attributes);
    }

    /// The same items with so much of them.
    Range only(List<String> wanted) {
        return new Range(table, index, partitionName, partition, sortName, low, high, newestFirst, wanted);
    }

    boolean isEmpty() {
        return low.compareTo(high) > 0;
    }

    QueryRequest.Builder request() {
        Map<String, String> names = new HashMap<>(Map.of("#partition", partitionName, "#sort", sortName));
        attributes.forEach(name -> names.put("#" + name, name));
        return QueryRequest.builder()
                .tableName(table)
                .indexName(index.map(i -> i.indexName).orElse(null))
                .keyConditionExpression("#partition = :partition AND #sort BETWEEN :low AND :high")
                .expressionAttributeNames(names)
                .projectionExpression(attributes.isEmpty() ? null : "#" + String.join(", #", attributes))
                .expressionAttributeValues(Map.of(
                        ":partition", AttributeValue.fromS(partition),
                        ":low", AttributeValue.fromS(low),
                        ":high", AttributeValue.fromS(high)))
                .scanIndexForward(!newestFirst)
                .consistentRead(index.map(i -> i.local).orElse(true));
    }
}
