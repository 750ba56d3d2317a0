package dev.kept.adapters.dynamodb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// The calls that the stores make, with batches cut to size, what was left over asked for again,
/// and failures in our words. All reads of tables are strongly consistent.
final class Dynamo {
    private static final int BATCH_GET_MAX = 100;
    private static final int BATCH_WRITE_MAX = 25;
    private static final int QUERY_MAX = 1_000;
    private static final ReturnValuesOnConditionCheckFailure OLD = ReturnValuesOnConditionCheckFailure.ALL_OLD;
    private final DynamoDbClient client;

    Dynamo(DynamoDbClient client) {
        this.client = client;
    }

    Transaction transaction() {
        return new Transaction(client);
    }

    Optional<Item> get(Key key) {
        return Failures.translate(() -> {
            var response = client.getItem(
                    get -> get.tableName(key.table()).key(key.attributes()).consistentRead(true));
            return response.hasItem() ? Optional.of(new Item(response.item())) : Optional.empty();
        });
    }

    /// Those that are there, in no particular order.
    List<Item> getAll(List<Key> keys) {
        List<Item> found = new ArrayList<>();
        List<Key> distinct = keys.stream().distinct().toList();
        for (int i = 0; i < distinct.size(); i += BATCH_GET_MAX) {
            getBatch(distinct.subList(i, Math.min(distinct.size(), i + BATCH_GET_MAX)), found);
        }
        return found;
    }

    private void getBatch(List<Key> keys, List<Item> found) {
        Map<String, List<Map<String, AttributeValue>>> byTable = new HashMap<>();
        keys.forEach(key ->
                byTable.computeIfAbsent(key.table(), _ -> new ArrayList<>()).add(key.attributes()));
        Map<String, KeysAndAttributes> left = new HashMap<>();
        byTable.forEach((table, wanted) -> left.put(
                table,
                KeysAndAttributes.builder().keys(wanted).consistentRead(true).build()));
        Contention.retry("batch", () -> {
            var response = Failures.translate(() -> client.batchGetItem(get -> get.requestItems(Map.copyOf(left))));
            response.responses().values().forEach(items -> items.forEach(item -> found.add(new Item(item))));
            left.clear();
            left.putAll(response.unprocessedKeys());
            return left.isEmpty() ? Optional.of(true) : Optional.empty();
        });
    }

    /// Up to `limit` items of a range.
    List<Item> first(Range range, int limit) {
        List<Item> found = new ArrayList<>();
        if (range.isEmpty() || limit < 1) {
            return found;
        }
        Map<String, AttributeValue> start = Map.of();
        do {
            QueryResponse response = query(range, start, Math.min(QUERY_MAX, limit - found.size()));
            response.items().forEach(item -> found.add(new Item(item)));
            start = response.lastEvaluatedKey();
        } while (found.size() < limit && !start.isEmpty());
        return found;
    }

    /// How many items a range has. Eventually consistent, which costs half.
    int count(Range range) {
        int count = 0;
        Map<String, AttributeValue> start = Map.of();
        do {
            Map<String, AttributeValue> from = start;
            QueryResponse response = Failures.translate(() -> client.query(range.request()
                    .select(Select.COUNT)
                    .consistentRead(false)
                    .exclusiveStartKey(Values.orNull(from))
                    .build()));
            count += response.count();
            start = response.lastEvaluatedKey();
        } while (!start.isEmpty());
        return count;
    }

    QueryResponse query(Range range, Map<String, AttributeValue> start, int limit) {
        return Failures.translate(() -> client.query(range.request()
                .exclusiveStartKey(Values.orNull(start))
                .limit(limit)
                .build()));
    }

    Written put(String table, Item item, Condition condition) {
        return conditional(() -> {
            client.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(item.attributes())
                    .conditionExpression(condition.text())
                    .expressionAttributeNames(condition.names())
                    .expressionAttributeValues(Values.orNull(condition.values()))
                    .returnValuesOnConditionCheckFailure(OLD)
                    .build());
            return item.attributes();
        });
    }

    /// Puts an item whatever was there, and returns that.
    Item replace(String table, Item item) {
        return new Item(settled(() -> client.putItem(
                        put -> put.tableName(table).item(item.attributes()).returnValues(ReturnValue.ALL_OLD))
                .attributes()));
    }

    Written update(Update update) {
        return conditional(() -> client.updateItem(request(update).build()).attributes());
    }

    /// Gives up when it takes longer than that.
    Written update(Update update, Duration timeout) {
        UpdateItemRequest hurried = request(update)
                .overrideConfiguration(override -> override.apiCallTimeout(timeout))
                .build();
        return conditional(() -> client.updateItem(hurried).attributes());
    }

    private static UpdateItemRequest.Builder request(Update update) {
        return UpdateItemRequest.builder()
                .tableName(update.key().table())
                .key(update.key().attributes())
                .updateExpression(update.expression())
                .conditionExpression(update.condition().text())
                .expressionAttributeNames(update.names())
                .expressionAttributeValues(Values.orNull(update.values()))
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(OLD);
    }

    Written delete(Key key, Condition condition) {
        return conditional(() -> client.deleteItem(DeleteItemRequest.builder()
                        .tableName(key.table())
                        .key(key.attributes())
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(condition.names())
                        .expressionAttributeValues(Values.orNull(condition.values()))
                        .returnValues(ReturnValue.ALL_OLD)
                        .returnValuesOnConditionCheckFailure(OLD)
                        .build())
                .attributes());
    }

    void deleteAll(String table, List<Key> keys) {
        writeAll(
                table,
                keys.stream()
                        .map(key ->
                                DeleteRequest.builder().key(key.attributes()).build())
                        .map(delete ->
                                WriteRequest.builder().deleteRequest(delete).build())
                        .toList());
    }

    /// Puts items of different keys, whatever was there.
    void putAll(String table, List<Item> items) {
        writeAll(
                table,
                items.stream()
                        .map(item ->
                                PutRequest.builder().item(item.attributes()).build())
                        .map(put -> WriteRequest.builder().putRequest(put).build())
                        .toList());
    }

    private void writeAll(String table, List<WriteRequest> writes) {
        for (int i = 0; i < writes.size(); i += BATCH_WRITE_MAX) {
            writeBatch(table, writes.subList(i, Math.min(writes.size(), i + BATCH_WRITE_MAX)));
        }
    }

    private void writeBatch(String table, List<WriteRequest> writes) {
        List<WriteRequest> left = new ArrayList<>(writes);
        Contention.retry("batch", () -> {
            var response =
                    settled(() -> client.batchWriteItem(write -> write.requestItems(Map.of(table, List.copyOf(left)))));
            left.clear();
            left.addAll(response.unprocessedItems().getOrDefault(table, List.of()));
            return left.isEmpty() ? Optional.of(true) : Optional.empty();
        });
    }

    private static Written conditional(Supplier<Map<String, AttributeValue>> write) {
        return settled(() -> {
            try {
                return new Written.Done(new Item(write.get()));
            } catch (ConditionalCheckFailedException e) {
                return new Written.Refused(new Item(e.hasItem() ? e.item() : Map.of()));
            }
        });
    }

    /// A single write is refused while a transaction holds its item; that passes in milliseconds.
    private static <T> T settled(Supplier<T> write) {
        return Contention.retry(
                "item",
                () -> Failures.translate(() -> {
                    try {
                        return Optional.of(write.get());
                    } catch (TransactionConflictException _) {
                        return Optional.empty();
                    }
                }));
    }
}
