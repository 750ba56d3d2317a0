package dev.kept.adapters.dynamodb;

import dev.kept.domain.redaction.RedactionScanLog;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.contract.RedactionScanLogContract;

class DynamoDbRedactionScanLogIT extends RedactionScanLogContract {
    @Override
    protected RedactionScanLog open() {
        return new Stores(LocalTables.CLIENT, LocalTables.create(), MutableClock.atNoon()).redactionScans();
    }
}
