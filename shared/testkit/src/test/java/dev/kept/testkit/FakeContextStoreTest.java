package dev.kept.testkit;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.contract.ContextStoreContract;
import java.time.Clock;

class FakeContextStoreTest extends ContextStoreContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return Stores.fake(clock);
    }
}
