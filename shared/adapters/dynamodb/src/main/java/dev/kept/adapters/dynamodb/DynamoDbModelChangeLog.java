package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.search.ModelChange;
import dev.kept.domain.search.ModelChangeLog;
import java.util.List;
import java.util.Optional;

/// The change of the embedding model in the accounts table, beside the migrations.
final class DynamoDbModelChangeLog implements ModelChangeLog {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String STAGE = "stage";
    private static final String CURSOR = "cursor";
    private static final String INDEXED = "indexed";
    private static final String FAILED = "failed";
    private static final String STARTED_AT = "startedAt";
    private final Dynamo dynamo;
    private final AccountsTable table;

    DynamoDbModelChangeLog(Dynamo dynamo, AccountsTable table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<ModelChange> underWay() {
        return dynamo.get(table.modelChange()).map(DynamoDbModelChangeLog::read);
    }

    @Override
    public ModelChange save(ModelChange change) {
        Condition unchanged = change.version() == 0
                ? Condition.absent(Attribute.VERSION)
                : Condition.equal(Attribute.VERSION, change.version());
        ModelChange next = change.withVersion(change.version() + 1);
        if (dynamo.put(table.name(), item(next), unchanged) instanceof Written.Refused) {
            throw Conflict.versionRace("change of the embedding model", change.to());
        }
        return next;
    }

    @Override
    public void remove() {
        dynamo.deleteAll(table.name(), List.of(table.modelChange()));
    }

    private Item item(ModelChange change) {
        return Item.at(table.modelChange())
                .put(FROM, change.from())
                .put(TO, change.to())
                .put(STAGE, change.stage())
                .put(CURSOR, change.cursor())
                .put(INDEXED, change.indexed())
                .put(FAILED, change.failed())
                .put(STARTED_AT, change.startedAt())
                .put(Attribute.VERSION, change.version());
    }

    private static ModelChange read(Item item) {
        return new ModelChange(
                item.text(FROM),
                item.text(TO),
                item.constant(ModelChange.Stage.class, STAGE),
                item.optional(CURSOR),
                item.number(INDEXED),
                item.number(FAILED),
                item.time(STARTED_AT),
                item.number(Attribute.VERSION));
    }
}
