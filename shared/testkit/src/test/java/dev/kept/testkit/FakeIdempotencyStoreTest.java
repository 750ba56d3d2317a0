package dev.kept.testkit;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.contract.IdempotencyStoreContract;
import java.time.Clock;

class FakeIdempotencyStoreTest extends IdempotencyStoreContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return Stores.fake(clock);
    }
}
