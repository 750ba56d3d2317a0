package dev.kept.testkit;

import dev.kept.domain.extraction.ParagraphLog;
import dev.kept.testkit.contract.ParagraphLogContract;
import java.time.Clock;

class FakeParagraphLogTest extends ParagraphLogContract {
    @Override
    protected ParagraphLog open(Clock clock) {
        return new FakeParagraphLog(clock);
    }
}
