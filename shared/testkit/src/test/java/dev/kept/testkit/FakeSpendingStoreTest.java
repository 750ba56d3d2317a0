package dev.kept.testkit;

import dev.kept.domain.spending.SpendingStore;
import dev.kept.testkit.contract.SpendingStoreContract;

class FakeSpendingStoreTest extends SpendingStoreContract {
    @Override
    protected SpendingStore open() {
        return new FakeSpendingStore();
    }
}
