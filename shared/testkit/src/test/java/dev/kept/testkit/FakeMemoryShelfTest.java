package dev.kept.testkit;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.contract.MemoryShelfContract;
import java.time.Clock;

class FakeMemoryShelfTest extends MemoryShelfContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return Stores.fake(clock);
    }
}
