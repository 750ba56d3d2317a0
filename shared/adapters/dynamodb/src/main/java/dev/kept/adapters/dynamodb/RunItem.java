package dev.kept.adapters.dynamodb;

import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.extraction.ModelUse;
import dev.kept.domain.id.TurnId;
import java.util.Map;
import java.util.TreeMap;

/// A run as an item.
final class RunItem {
    private RunItem() {}

    static Item write(Key key, ExtractionRun run) {
        ExtractionCounts counts = run.counts();
        return withUse(Item.at(key), run.method().use())
                .put("from", run.from())
                .put("to", run.to().value())
                .put("pipeline", run.method().extractor())
                .put("fallbacks", Map.copyOf(run.method().fallbacks()))
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
                method(item),
                item.time("startedAt"),
                item.time("finishedAt"));
    }

    private static Item withUse(Item item, ModelUse use) {
        return use.equals(ModelUse.NONE)
                ? item
                : item.put("modelCalls", use.calls())
                        .put("inputTokens", use.inputTokens())
                        .put("outputTokens", use.outputTokens())
                        .put("cachedTokens", use.cachedTokens())
                        .put("costMicros", use.costMicros());
    }

    private static ExtractionMethod method(Item item) {
        Map<String, Integer> fallbacks = new TreeMap<>();
        item.json("fallbacks").forEach((reason, batches) -> fallbacks.put(reason, ((Number) batches).intValue()));
        return new ExtractionMethod(item.text("pipeline"), fallbacks, use(item));
    }

    private static ModelUse use(Item item) {
        return item.has("modelCalls")
                ? new ModelUse(
                        (int) item.number("modelCalls"),
                        item.number("inputTokens"),
                        item.number("outputTokens"),
                        item.number("cachedTokens"),
                        item.number("costMicros"))
                : ModelUse.NONE;
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
