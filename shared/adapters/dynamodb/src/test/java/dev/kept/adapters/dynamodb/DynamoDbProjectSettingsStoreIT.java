package dev.kept.adapters.dynamodb;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.Stores;
import dev.kept.testkit.contract.ProjectSettingsStoreContract;
import java.time.Clock;

class DynamoDbProjectSettingsStoreIT extends ProjectSettingsStoreContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return LocalTables.stores(clock, large);
    }
}
