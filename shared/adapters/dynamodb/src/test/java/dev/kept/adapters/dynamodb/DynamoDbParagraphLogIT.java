package dev.kept.adapters.dynamodb;

import dev.kept.domain.extraction.ParagraphLog;
import dev.kept.testkit.contract.ParagraphLogContract;
import java.time.Clock;

class DynamoDbParagraphLogIT extends ParagraphLogContract {
    @Override
    protected ParagraphLog open(Clock clock) {
        return new Stores(LocalTables.CLIENT, LocalTables.create(), clock).paragraphs();
    }
}
