package dev.kept.testkit;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.contract.SessionStoreContract;
import java.time.Clock;

class FakeSessionStoreTest extends SessionStoreContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return Stores.fake(clock);
    }
}
