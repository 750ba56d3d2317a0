package dev.kept.adapters.dynamodb;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.Stores;
import dev.kept.testkit.contract.IdempotencyStoreContract;
import java.time.Clock;

class DynamoDbIdempotencyStoreIT extends IdempotencyStoreContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return LocalTables.stores(clock, large);
    }
}
