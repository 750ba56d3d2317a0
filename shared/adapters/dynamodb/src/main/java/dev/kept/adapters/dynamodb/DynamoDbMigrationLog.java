package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.migration.MigrationLog;
import java.util.List;

/// Applied migrations in the accounts table.
final class DynamoDbMigrationLog implements MigrationLog {
    private static final String NAME = "name";
    private static final String APPLIED_AT = "appliedAt";
    private final Dynamo dynamo;
    private final AccountsTable table;

    DynamoDbMigrationLog(Dynamo dynamo, AccountsTable table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public List<Applied> applied() {
        return dynamo.first(table.migrations(), Integer.MAX_VALUE).stream()
                .map(item -> new Applied(
                        Integer.parseInt(item.text(Attribute.ITEM)), item.text(NAME), item.time(APPLIED_AT)))
                .toList();
    }

    @Override
    public void record(Applied applied) {
        Item item = Item.at(table.migration(applied.version()))
                .put(NAME, applied.name())
                .put(APPLIED_AT, applied.appliedAt());
        if (dynamo.put(table.name(), item, Condition.absent(Attribute.ITEM)) instanceof Written.Refused) {
            throw Conflict.exists("migration", Integer.toString(applied.version()));
        }
    }

    @Override
    public void remove(int version) {
        dynamo.deleteAll(table.name(), List.of(table.migration(version)));
    }
}
