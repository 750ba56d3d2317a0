package dev.kept.local.stack.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.local.template.TableModel;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Deletes the items of one table whose time to live is over.
///
/// DynamoDB Local could do it by itself, but reads the whole of every such table each ten seconds under its write lock:
/// with 100,000 records, one request in twenty waited for that. Here a page is read at a time, and seldom.
final class ExpiredItems {
    private static final int PAGE = 200;

    private final AwsJson dynamodb;
    private final TableModel table;
    private final Instant now;

    ExpiredItems(AwsJson dynamodb, TableModel table, Instant now) {
        this.dynamodb = dynamodb;
        this.table = table;
        this.now = now;
    }

    /// @return how many
    int delete() throws IOException, InterruptedException {
        int deleted = 0;
        Optional<JsonNode> from = Optional.of(AwsJson.object());
        while (from.isPresent()) {
            JsonNode page = dynamodb.call("Scan", scan(from.get()));
            for (JsonNode key : page.path("Items")) {
                deleted += delete(key) ? 1 : 0;
            }
            from = page.has("LastEvaluatedKey") ? Optional.of(page.path("LastEvaluatedKey")) : Optional.empty();
        }
        return deleted;
    }

    private ObjectNode scan(JsonNode from) {
        ObjectNode scan = expired().put("Limit", PAGE).put("FilterExpression", "#expires < :now");
        ObjectNode names = (ObjectNode) scan.path("ExpressionAttributeNames");
        names.put("#hash", table.key().hash());
        table.key().range().ifPresent(range -> names.put("#range", range));
        scan.put("ProjectionExpression", table.key().range().isPresent() ? "#hash, #range" : "#hash");
        if (!from.isEmpty()) {
            scan.set("ExclusiveStartKey", from);
        }
        return scan;
    }

    /// What was given more time meanwhile stays.
    private boolean delete(JsonNode key) throws IOException, InterruptedException {
        ObjectNode delete = expired().put("ConditionExpression", "#expires < :now");
        delete.set("Key", key);
        try {
            dynamodb.call("DeleteItem", delete);
            return true;
        } catch (AwsException e) {
            if (e.is("ConditionalCheckFailed")) {
                return false;
            }
            throw e;
        }
    }

    private ObjectNode expired() {
        ObjectNode input = AwsJson.object().put("TableName", table.name());
        input.putObject("ExpressionAttributeNames")
                .put("#expires", table.ttlAttribute().orElseThrow());
        input.putObject("ExpressionAttributeValues").putObject(":now").put("N", Long.toString(now.getEpochSecond()));
        return input;
    }
}
