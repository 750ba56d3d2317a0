package dev.kept.adapters.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Writes that happen together or not at all. The SDK gives each call a request token and repeats
/// it with the same one, so a call whose reply was lost is not done twice.
final class Transaction {
    /// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
    static final int ITEMS_MAX = 100;

    private static final ReturnValuesOnConditionCheckFailure OLD = ReturnValuesOnConditionCheckFailure.ALL_OLD;
    private final DynamoDbClient client;
    private final List<TransactWriteItem> writes = new ArrayList<>();

    Transaction(DynamoDbClient client) {
        this.client = client;
    }

    /// Why nothing was written.
    ///
    /// @param refused items whose condition did not hold, by their place in the transaction, as
    ///     they are now; empty when another writer was at work at the same time
    record Cancelled(Map<Integer, Item> refused) {}

    Transaction put(String table, Item item, Condition condition) {
        return write(b -> b.put(put -> put.tableName(table)
                .item(item.attributes())
                .conditionExpression(condition.text())
                .expressionAttributeNames(condition.names())
                .expressionAttributeValues(Values.orNull(condition.values()))
                .returnValuesOnConditionCheckFailure(OLD)));
    }

    Transaction put(String table, Item item) {
        return write(b -> b.put(put -> put.tableName(table).item(item.attributes())));
    }

    Transaction update(Update update) {
        return write(b -> b.update(u -> u.tableName(update.key().table())
                .key(update.key().attributes())
                .updateExpression(update.expression())
                .conditionExpression(update.condition().text())
                .expressionAttributeNames(update.names())
                .expressionAttributeValues(Values.orNull(update.values()))
                .returnValuesOnConditionCheckFailure(OLD)));
    }

    Transaction delete(Key key, Condition condition) {
        return write(b -> b.delete(delete -> delete.tableName(key.table())
                .key(key.attributes())
                .conditionExpression(condition.text())
                .expressionAttributeNames(condition.names())
                .expressionAttributeValues(Values.orNull(condition.values()))
                .returnValuesOnConditionCheckFailure(OLD)));
    }

    Transaction delete(Key key) {
        return write(b -> b.delete(delete -> delete.tableName(key.table()).key(key.attributes())));
    }

    Transaction check(Key key, Condition condition) {
        return write(b -> b.conditionCheck(check -> check.tableName(key.table())
                .key(key.attributes())
                .conditionExpression(condition.text())
                .expressionAttributeNames(condition.names())
                .expressionAttributeValues(Values.orNull(condition.values()))));
    }

    /// @return empty when all was written
    Optional<Cancelled> commit() {
        return Failures.translate(() -> {
            try {
                client.transactWriteItems(request -> request.transactItems(writes));
                return Optional.empty();
            } catch (TransactionCanceledException e) {
                return Optional.of(cancelled(e));
            }
        });
    }

    private static Cancelled cancelled(TransactionCanceledException e) {
        Map<Integer, Item> refused = new TreeMap<>();
        boolean contended = false;
        for (int i = 0; i < e.cancellationReasons().size(); i++) {
            CancellationReason reason = e.cancellationReasons().get(i);
            switch (String.valueOf(reason.code())) {
                case "ConditionalCheckFailed" -> refused.put(i, new Item(reason.hasItem() ? reason.item() : Map.of()));
                case "TransactionConflict" -> contended = true;
                default -> {}
            }
        }
        if (refused.isEmpty() && !contended) {
            throw Failures.isThrottled(e) ? Failures.throttled(e) : e;
        }
        return new Cancelled(refused);
    }

    private Transaction write(Consumer<TransactWriteItem.Builder> write) {
        TransactWriteItem.Builder builder = TransactWriteItem.builder();
        write.accept(builder);
        writes.add(builder.build());
        return this;
    }
}
