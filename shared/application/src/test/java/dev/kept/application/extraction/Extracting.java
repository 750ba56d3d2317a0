package dev.kept.application.extraction;

import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.ParagraphLog;
import dev.kept.testkit.FakeParagraphLog;
import dev.kept.testkit.Stores;
import java.time.Clock;

/// What extraction reads and writes, over all stores that there are.
final class Extracting {
    private Extracting() {}

    static ExtractionStores over(Stores all, Clock clock) {
        return over(all, all.ledger(), clock);
    }

    static ExtractionStores over(Stores all, ExtractionLedger ledger, Clock clock) {
        return over(all, ledger, new FakeParagraphLog(clock));
    }

    static ExtractionStores over(Stores all, ExtractionLedger ledger, ParagraphLog paragraphs) {
        return new ExtractionStores(
                all.sessions(),
                all.turns(),
                all.memories(),
                all.forgotten(),
                all.projectSettings(),
                ledger,
                paragraphs);
    }
}
