package dev.kept.testkit;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.contract.ProjectSettingsStoreContract;
import java.time.Clock;

class FakeProjectSettingsStoreTest extends ProjectSettingsStoreContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return Stores.fake(clock);
    }
}
