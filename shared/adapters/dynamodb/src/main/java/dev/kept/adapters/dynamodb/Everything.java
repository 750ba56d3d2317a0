package dev.kept.adapters.dynamodb;

import dev.kept.domain.page.Page;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchSource.Unindexed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// Reads all turns and then all memories and chunks, page by page, for a rebuild: the only place that scans.
final class Everything {
    private static final String SCOPE = "everything";
    private static final String SOURCE = "source";
    private final DynamoDbClient client;
    private final Tables tables;

    Everything(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    /// Where a scan stands.
    ///
    /// @param last empty: at the start of the table
    private record Position(RecordKey.Source source, Map<String, AttributeValue> last) {}

    Page<Unindexed.Changed> page(Optional<String> cursor, int limit, Records records) {
        Position position = cursor.map(Everything::decode).orElse(new Position(RecordKey.Source.SESSIONS, Map.of()));
        ScanResponse response = scan(position, limit);
        List<Unindexed.Changed> found = new ArrayList<>();
        response.items()
                .forEach(item ->
                        records.changed(position.source(), new Item(item)).ifPresent(found::add));
        return new Page<>(found, next(position, response.lastEvaluatedKey()).map(Everything::encode));
    }

    private ScanResponse scan(Position position, int limit) {
        boolean turns = position.source() == RecordKey.Source.SESSIONS;
        return Failures.translate(() ->
                client.scan(scan -> scan.tableName(turns ? tables.sessions() : tables.memories())
                        .filterExpression("begins_with(#item, :prefix) OR begins_with(#item, :other)")
                        .expressionAttributeNames(Map.of("#item", Attribute.ITEM))
                        .expressionAttributeValues(Map.of(
                                ":prefix", AttributeValue.fromS(turns ? Keys.TURN : Keys.MEMORY),
                                ":other", AttributeValue.fromS(turns ? Keys.TURN : Keys.CHUNK)))
                        .exclusiveStartKey(Values.orNull(position.last()))
                        .consistentRead(true)
                        .limit(limit)));
    }

    private static Optional<Position> next(Position position, Map<String, AttributeValue> last) {
        if (!last.isEmpty()) {
            return Optional.of(new Position(position.source(), last));
        }
        return position.source() == RecordKey.Source.SESSIONS
                ? Optional.of(new Position(RecordKey.Source.MEMORIES, Map.of()))
                : Optional.empty();
    }

    private static String encode(Position position) {
        Map<String, AttributeValue> content = new HashMap<>(
                Map.of(Attribute.OWNER, AttributeValue.fromS(""), Attribute.ITEM, AttributeValue.fromS("")));
        content.putAll(position.last());
        content.put(SOURCE, AttributeValue.fromS(position.source().name()));
        return Cursors.encode(SCOPE, content);
    }

    private static Position decode(String cursor) {
        Map<String, AttributeValue> last =
                new HashMap<>(Cursors.decode(SCOPE, cursor, Set.of(SOURCE, Attribute.OWNER, Attribute.ITEM)));
        AttributeValue source = Optional.ofNullable(last.remove(SOURCE)).orElseThrow(Cursors::foreign);
        boolean atStart = last.values().stream().allMatch(value -> value.s().isEmpty());
        return new Position(RecordKey.Source.valueOf(source.s()), atStart ? Map.of() : last);
    }
}
