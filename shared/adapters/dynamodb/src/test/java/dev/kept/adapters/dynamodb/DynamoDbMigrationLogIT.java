package dev.kept.adapters.dynamodb;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.Stores;
import dev.kept.testkit.contract.MigrationLogContract;
import java.time.Clock;

class DynamoDbMigrationLogIT extends MigrationLogContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return LocalTables.stores(clock, large);
    }
}
