package dev.kept.testkit;

import dev.kept.domain.rate.TokenBuckets;
import dev.kept.testkit.contract.TokenBucketsContract;

class FakeTokenBucketsTest extends TokenBucketsContract {
    @Override
    protected TokenBuckets open() {
        return new FakeTokenBuckets();
    }
}
