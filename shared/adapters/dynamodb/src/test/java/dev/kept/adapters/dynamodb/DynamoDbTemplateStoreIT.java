package dev.kept.adapters.dynamodb;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.Stores;
import dev.kept.testkit.contract.TemplateStoreContract;
import java.time.Clock;

class DynamoDbTemplateStoreIT extends TemplateStoreContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return LocalTables.stores(clock, large);
    }
}
