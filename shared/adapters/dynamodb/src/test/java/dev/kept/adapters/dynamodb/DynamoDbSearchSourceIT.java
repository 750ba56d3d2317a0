package dev.kept.adapters.dynamodb;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.Stores;
import dev.kept.testkit.contract.SearchSourceContract;
import java.time.Clock;

class DynamoDbSearchSourceIT extends SearchSourceContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return LocalTables.stores(clock, large);
    }
}
