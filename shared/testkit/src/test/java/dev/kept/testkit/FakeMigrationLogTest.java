package dev.kept.testkit;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.contract.MigrationLogContract;
import java.time.Clock;

class FakeMigrationLogTest extends MigrationLogContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return Stores.fake(clock);
    }
}
