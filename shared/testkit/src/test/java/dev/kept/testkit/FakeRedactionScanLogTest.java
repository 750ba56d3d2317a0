package dev.kept.testkit;

import dev.kept.domain.redaction.RedactionScanLog;
import dev.kept.testkit.contract.RedactionScanLogContract;

class FakeRedactionScanLogTest extends RedactionScanLogContract {
    @Override
    protected RedactionScanLog open() {
        return new FakeRedactionScanLog();
    }
}
