package dev.kept.adapters.dynamodb;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Some items of one partition of a table or of an index, in the order of the sort key.
///
/// @param low inclusive
/// @param high inclusive
record Range(
        String table,
        Optional<Index> index,
        String partitionName,
        String partition,
        String sortName,
        String low,
        String high,
        boolean newestFirst) {
    /// Sorts after everything that starts the same.
    private static final String END = "\uDBFF\uDFFF";
    /// Sorts before everything that a key holds, and cannot be empty.
    private static final String START = " ";

    /// All items of a partition of the table itself.
    static Range of(String table, String partitionName, String partition) {
        return new Range(table, Optional.empty(), partitionName, partition, Attribute.ITEM, START, END, false);
    }

    static Range of(String table, Index index, String partition) {
        return new Range(table, Optional.of(index), index.partition, partition, index.sort, START, END, false);
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
        return new Range(table, index, partitionName, partition, sortName, from, to, newestFirst);
    }

    Range reversed() {
        return new Range(table, index, partitionName, partition, sortName, low, high, !newestFirst);
    }

    boolean isEmpty() {
        return low.compareTo(high) > 0;
    }

    QueryRequest.Builder request() {
        return QueryRequest.builder()
                .tableName(table)
                .indexName(index.map(i -> i.indexName).orElse(null))
                .keyConditionExpression("#partition = :partition AND #sort BETWEEN :low AND :high")
                .expressionAttributeNames(Map.of("#partition", partitionName, "#sort", sortName))
                .expressionAttributeValues(Map.of(
                        ":partition", AttributeValue.fromS(partition),
                        ":low", AttributeValue.fromS(low),
                        ":high", AttributeValue.fromS(high)))
                .scanIndexForward(!newestFirst)
                .consistentRead(index.map(i -> i.local).orElse(true));
    }
}
