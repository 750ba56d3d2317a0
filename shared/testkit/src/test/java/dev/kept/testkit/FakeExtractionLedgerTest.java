package dev.kept.testkit;

import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.contract.ExtractionLedgerContract;
import java.time.Clock;

class FakeExtractionLedgerTest extends ExtractionLedgerContract {
    @Override
    protected Stores open(Clock clock, LargeContent large) {
        return Stores.fake(clock);
    }
}
