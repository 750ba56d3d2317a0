package dev.kept.testkit;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.contract.MemoryStoreContract;
import java.time.Clock;

class FakeMemoryStoreTest extends MemoryStoreContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return Stores.fake(clock);
    }
}
