package dev.kept.adapters.dynamodb;

import dev.kept.domain.rate.TokenBuckets;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.contract.TokenBucketsContract;

class DynamoDbTokenBucketsIT extends TokenBucketsContract {
    @Override
    protected TokenBuckets open() {
        return new Stores(LocalTables.CLIENT, LocalTables.create(), MutableClock.atNoon()).buckets();
    }
}
