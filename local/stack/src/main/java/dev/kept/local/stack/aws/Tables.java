package dev.kept.local.stack.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.local.template.TableModel;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes tables as the template declares them. A table that exists gets what DynamoDB allows to add: global indexes, a
/// stream. A changed key is refused, as it is in AWS. A time to live is not left to the server: see
/// {@link ExpiredItems}.
public final class Tables {

    private final AwsJson dynamodb;

    public Tables(AwsJson dynamodb) {
        this.dynamodb = dynamodb;
    }

    public void ensure(List<TableModel> tables) throws IOException, InterruptedException {
        for (TableModel table : tables) {
            try {
                update(table, describe(table.name()));
            } catch (AwsException e) {
                if (!e.is("ResourceNotFound")) {
                    throw e;
                }
                dynamodb.call("CreateTable", definition(table));
            }
            leaveExpiryToUs(table);
        }
    }

    /// The stream's real ARN, which holds the time at which the table was made.
    public String streamArn(String table) throws IOException, InterruptedException {
        return describe(table).path("LatestStreamArn").asText();
    }

    private JsonNode describe(String table) throws IOException, InterruptedException {
        return dynamodb.call("DescribeTable", AwsJson.object().put("TableName", table))
                .path("Table");
    }

    private void update(TableModel table, JsonNode existing) throws IOException, InterruptedException {
        ObjectNode wanted = definition(table);
        if (!sameItems(wanted.path("KeySchema"), existing.path("KeySchema"))
                || localIndexes(table.localIndexes(), existing)) {
            throw new IllegalStateException("table " + table.name() + " has another key or other local indexes than the"
                    + " template now says, and DynamoDB cannot change those: move or delete the data directory");
        }
        Set<String> present = names(existing.path("GlobalSecondaryIndexes"));
        for (TableModel.Index index : table.globalIndexes()) {
            if (!present.contains(index.name())) {
                addIndex(table, index);
            }
        }
    }

    private static boolean localIndexes(List<TableModel.Index> wanted, JsonNode existing) {
        Set<String> names = new HashSet<>();
        wanted.forEach(index -> names.add(index.name()));
        return !names.equals(names(existing.path("LocalSecondaryIndexes")));
    }

    private void addIndex(TableModel table, TableModel.Index index) throws IOException, InterruptedException {
        ObjectNode update = AwsJson.object().put("TableName", table.name());
        update.set("AttributeDefinitions", definition(table).path("AttributeDefinitions"));
        update.putArray("GlobalSecondaryIndexUpdates").addObject().set("Create", definition(index));
        dynamodb.call("UpdateTable", update);
    }

    /// @return how many items were deleted
    public int deleteExpired(List<TableModel> tables, Instant now) throws IOException, InterruptedException {
        int deleted = 0;
        for (TableModel table : tables) {
            deleted += table.ttlAttribute().isEmpty() ? 0 : new ExpiredItems(dynamodb, table, now).delete();
        }
        return deleted;
    }

    /// Tables of a data directory that an earlier version made may still have it on.
    private void leaveExpiryToUs(TableModel table) throws IOException, InterruptedException {
        JsonNode present = dynamodb.call("DescribeTimeToLive", AwsJson.object().put("TableName", table.name()))
                .path("TimeToLiveDescription");
        if (present.path("TimeToLiveStatus").asText().startsWith("ENABL")) {
            ObjectNode update = AwsJson.object().put("TableName", table.name());
            update.putObject("TimeToLiveSpecification")
                    .put("Enabled", false)
                    .put("AttributeName", present.path("AttributeName").asText());
            dynamodb.call("UpdateTimeToLive", update);
        }
    }

    private static ObjectNode definition(TableModel table) {
        ObjectNode definition = AwsJson.object().put("TableName", table.name()).put("BillingMode", "PAY_PER_REQUEST");
        ArrayNode attributes = definition.putArray("AttributeDefinitions");
        table.attributes()
                .forEach((name, type) ->
                        attributes.addObject().put("AttributeName", name).put("AttributeType", type));
        definition.set("KeySchema", keySchema(table.key()));
        putIndexes(definition, "LocalSecondaryIndexes", table.localIndexes());
        putIndexes(definition, "GlobalSecondaryIndexes", table.globalIndexes());
        table.streamView()
                .ifPresent(view -> definition
                        .putObject("StreamSpecification")
                        .put("StreamEnabled", true)
                        .put("StreamViewType", view));
        return definition;
    }

    private static void putIndexes(ObjectNode definition, String kind, List<TableModel.Index> indexes) {
        if (!indexes.isEmpty()) {
            ArrayNode array = definition.putArray(kind);
            indexes.forEach(index -> array.add(definition(index)));
        }
    }

    private static ObjectNode definition(TableModel.Index index) {
        ObjectNode definition = AwsJson.object().put("IndexName", index.name());
        definition.set("KeySchema", keySchema(index.key()));
        ObjectNode projection = definition.putObject("Projection").put("ProjectionType", index.projection());
        if (!index.projectedAttributes().isEmpty()) {
            ArrayNode attributes = projection.putArray("NonKeyAttributes");
            index.projectedAttributes().forEach(attributes::add);
        }
        return definition;
    }

    private static ArrayNode keySchema(TableModel.Key key) {
        ArrayNode schema = AwsJson.JSON.createArrayNode();
        schema.addObject().put("AttributeName", key.hash()).put("KeyType", "HASH");
        key.range()
                .ifPresent(
                        range -> schema.addObject().put("AttributeName", range).put("KeyType", "RANGE"));
        return schema;
    }

    private static boolean sameItems(JsonNode one, JsonNode other) {
        Set<JsonNode> left = new HashSet<>();
        one.forEach(left::add);
        Set<JsonNode> right = new HashSet<>();
        other.forEach(right::add);
        return left.equals(right);
    }

    private static Set<String> names(JsonNode indexes) {
        Set<String> names = new HashSet<>();
        indexes.forEach(index -> names.add(index.path("IndexName").asText()));
        return names;
    }
}
