package dev.kept.benchmarks.coldstart.bare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.s3.S3Client;

/// The clients of a function that keeps records, made as the functions make them, and one call of each kind.
final class BareStore {
    private static final String OWNER = "BARE#1";

    private final DynamoDbClient dynamodb = DynamoDbClient.create();
    private final S3Client archive = S3Client.builder().forcePathStyle(true).build();
    private final String table = System.getenv("KEPT_SESSIONS_TABLE");

    int read(String key) {
        return dynamodb.getItem(get -> get.tableName(table).key(key(key)).consistentRead(true))
                .item()
                .size();
    }

    int list() {
        return dynamodb.query(query -> query.tableName(table)
                        .keyConditionExpression("#owner = :owner")
                        .expressionAttributeNames(Map.of("#owner", "owner"))
                        .expressionAttributeValues(Map.of(":owner", AttributeValue.fromS(OWNER)))
                        .consistentRead(true)
                        .limit(20))
                .count();
    }

    void write(String content) {
        dynamodb.putItem(put -> put.tableName(table).item(item(content)));
    }

    void writeTogether(JsonNode contents) {
        List<TransactWriteItem> writes = new ArrayList<>();
        contents.forEach(one -> writes.add(TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item(one.toString())).build())
                .build()));
        dynamodb.transactWriteItems(all -> all.transactItems(writes));
    }

    /// Made, as in the function, and used for long content only.
    S3Client archive() {
        return archive;
    }

    private static Map<String, AttributeValue> item(String content) {
        return Map.of(
                "owner",
                AttributeValue.fromS(OWNER),
                "item",
                AttributeValue.fromS(UUID.randomUUID().toString()),
                "content",
                AttributeValue.fromS(content));
    }

    private static Map<String, AttributeValue> key(String key) {
        return Map.of("owner", AttributeValue.fromS(OWNER), "item", AttributeValue.fromS(key));
    }
}
