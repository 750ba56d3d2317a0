package dev.kept.adapters.dynamodb;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.Stores;
import dev.kept.testkit.contract.SessionStoreContract;
import java.time.Clock;

class DynamoDbSessionStoreIT extends SessionStoreContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return LocalTables.stores(clock, large);
    }
}
