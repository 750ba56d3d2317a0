package dev.kept.adapters.dynamodb;

import dev.kept.domain.spending.SpendingStore;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.contract.SpendingStoreContract;

class DynamoDbSpendingStoreIT extends SpendingStoreContract {
    @Override
    protected SpendingStore open() {
        return new Stores(LocalTables.CLIENT, LocalTables.create(), MutableClock.atNoon()).spending();
    }
}
