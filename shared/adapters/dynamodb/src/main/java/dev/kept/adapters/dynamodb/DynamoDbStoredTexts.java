package dev.kept.adapters.dynamodb;

import dev.kept.domain.redaction.StoredTexts;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// Scans the tables that hold what users said, one after the other. The accounts table holds no text but replies to
/// repeated requests, which are gone after a day.
final class DynamoDbStoredTexts implements StoredTexts {
    private static final String SCOPE = "texts";
    private static final String TABLE = "table";
    private static final Set<String> CURSOR = Set.of(TABLE, Attribute.OWNER, Attribute.ITEM);

    private final DynamoDbClient client;
    private final List<String> tables;
    private final ItemTexts texts;

    DynamoDbStoredTexts(DynamoDbClient client, Tables tables, Contents contents, Clock clock) {
        this.client = client;
        this.tables = List.of(tables.sessions(), tables.memories(), tables.contexts());
        this.texts = new ItemTexts(new Dynamo(client), contents, clock);
    }

    /// @param last empty: at the start of the table
    private record Position(int table, Map<String, AttributeValue> last) {}

    @Override
    public Sweep rewrite(Optional<String> cursor, int limit, UnaryOperator<String> rewrite) {
        Position position = cursor.map(DynamoDbStoredTexts::decode).orElse(new Position(0, Map.of()));
        String table = tables.get(position.table());
        ScanResponse response = Failures.translate(() -> client.scan(scan -> scan.tableName(table)
                .exclusiveStartKey(Values.orNull(position.last()))
                .consistentRead(true)
                .limit(limit)));
        int rewritten = 0;
        int missed = 0;
        for (Map<String, AttributeValue> item : response.items()) {
            switch (texts.rewrite(table, new Item(item), rewrite)) {
                case SAME -> {}
                case REWRITTEN -> rewritten++;
                case MISSED -> missed++;
            }
        }
        return new Sweep(
                response.items().size(),
                rewritten,
                missed,
                next(position, response.lastEvaluatedKey()).map(DynamoDbStoredTexts::encode));
    }

    private Optional<Position> next(Position position, Map<String, AttributeValue> last) {
        if (!last.isEmpty()) {
            return Optional.of(new Position(position.table(), last));
        }
        return position.table() + 1 < tables.size()
                ? Optional.of(new Position(position.table() + 1, Map.of()))
                : Optional.empty();
    }

    private static String encode(Position position) {
        Map<String, AttributeValue> content = new HashMap<>(
                Map.of(Attribute.OWNER, AttributeValue.fromS(""), Attribute.ITEM, AttributeValue.fromS("")));
        content.putAll(position.last());
        content.put(TABLE, AttributeValue.fromS(Integer.toString(position.table())));
        return Cursors.encode(SCOPE, content);
    }

    private static Position decode(String cursor) {
        Map<String, AttributeValue> last = new HashMap<>(Cursors.decode(SCOPE, cursor, CURSOR));
        AttributeValue table = Optional.ofNullable(last.remove(TABLE)).orElseThrow(Cursors::foreign);
        boolean atStart = last.values().stream().allMatch(value -> value.s().isEmpty());
        return new Position(Integer.parseInt(table.s()), atStart ? Map.of() : last);
    }
}
