package dev.kept.adapters.dynamodb;

import dev.kept.domain.search.ModelChangeLog;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.contract.ModelChangeLogContract;

class DynamoDbModelChangeLogIT extends ModelChangeLogContract {
    @Override
    protected ModelChangeLog open() {
        return new Stores(LocalTables.CLIENT, LocalTables.create(), MutableClock.atNoon()).modelChanges();
    }
}
