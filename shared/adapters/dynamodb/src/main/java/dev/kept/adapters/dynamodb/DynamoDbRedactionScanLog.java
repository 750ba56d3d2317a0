package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.redaction.RedactionScan;
import dev.kept.domain.redaction.RedactionScanLog;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The scan of stored texts in the accounts table, beside the migrations.
final class DynamoDbRedactionScanLog implements RedactionScanLog {
    private static final String PATTERNS = "patterns";
    private static final String CURSOR = "cursor";
    private static final String READ = "read";
    private static final String REWRITTEN = "rewritten";
    private static final String MISSED = "missed";
    private static final String FOUND = "found";
    private static final String STARTED_AT = "startedAt";
    private static final String FINISHED_AT = "finishedAt";
    private final Dynamo dynamo;
    private final AccountsTable table;

    DynamoDbRedactionScanLog(Dynamo dynamo, AccountsTable table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<RedactionScan> latest() {
        return dynamo.get(table.redactionScan()).map(DynamoDbRedactionScanLog::read);
    }

    @Override
    public RedactionScan save(RedactionScan scan) {
        Condition unchanged = scan.version() == 0
                ? Condition.absent(Attribute.VERSION)
                : Condition.equal(Attribute.VERSION, scan.version());
        RedactionScan next = scan.withVersion(scan.version() + 1);
        if (dynamo.put(table.name(), item(next), unchanged) instanceof Written.Refused) {
            throw Conflict.versionRace("scan of stored texts", next.patterns());
        }
        return next;
    }

    private Item item(RedactionScan scan) {
        Map<String, Object> found = new HashMap<>(scan.found());
        return Item.at(table.redactionScan())
                .put(PATTERNS, scan.patterns())
                .put(CURSOR, scan.cursor())
                .put(READ, scan.read())
                .put(REWRITTEN, scan.rewritten())
                .put(MISSED, scan.missed())
                .put(FOUND, found)
                .put(STARTED_AT, scan.startedAt())
                .put(FINISHED_AT, scan.finishedAt())
                .put(Attribute.VERSION, scan.version());
    }

    private static RedactionScan read(Item item) {
        Map<String, Long> found = new HashMap<>();
        item.json(FOUND).forEach((kind, count) -> found.put(kind, ((Number) count).longValue()));
        return new RedactionScan(
                item.text(PATTERNS),
                item.optional(CURSOR),
                item.number(READ),
                item.number(REWRITTEN),
                item.number(MISSED),
                found,
                item.time(STARTED_AT),
                item.optionalTime(FINISHED_AT),
                item.number(Attribute.VERSION));
    }
}
