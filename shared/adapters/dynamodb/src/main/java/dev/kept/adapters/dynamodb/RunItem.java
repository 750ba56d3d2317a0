package dev.kept.adapters.dynamodb;

import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.id.TurnId;

/// A run as an item.
final class RunItem {
    private RunItem() {}

    static Item write(Key key, ExtractionRun run) {
        ExtractionCounts counts = run.counts();
        return Item.at(key)
                .put("from", run.from())
                .put("to", run.to().value())
                .put("pipeline", run.pipeline())
                .put("startedAt", run.startedAt())
                .put("finishedAt", run.finishedAt())
                .put("turns", counts.turns())
                .put("kept", counts.kept())
                .put("merged", counts.merged())
                .put("superseded", counts.superseded())
                .put("quarantined", counts.quarantined())
                .put("redacted", counts.redacted())
                .put("rejected", counts.rejected());
    }

    static ExtractionRun read(Item item) {
        return new ExtractionRun(
                item.optional("from").map(TurnId::new),
                new TurnId(item.text("to")),
                counts(item),
                item.text("pipeline"),
                item.time("startedAt"),
                item.time("finishedAt"));
    }

    private static ExtractionCounts counts(Item item) {
        return new ExtractionCounts(
                (int) item.number("turns"),
                (int) item.number("kept"),
                (int) item.number("merged"),
                (int) item.number("superseded"),
                (int) item.number("quarantined"),
                (int) item.number("redacted"),
                (int) item.number("rejected"));
    }
}
