package dev.kept.adapters.dynamodb;

import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.extraction.ModelUse;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.TurnId;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A run as an item.
final class RunItem {
    private static final String FOUND = "found";

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
                .put("rejected", counts.rejected())
                .put("rejectedBy", Map.copyOf(counts.rejectedBy()))
                .put("forgotten", counts.forgotten())
                .put("passedOver", counts.passedOver())
                .put("skipped", counts.skipped())
                .put("unchanged", counts.unchanged())
                .put("reworded", counts.reworded())
                .put("removed", counts.removed());
    }

    /// A step of a rereading names what it found, so that its end knows what was not found.
    static Item write(Key key, ExtractionRun run, Set<MemoryId> found) {
        return write(key, run).put(FOUND, found);
    }

    static Set<MemoryId> found(Item item) {
        return item.texts(FOUND).stream().map(MemoryId::new).collect(Collectors.toUnmodifiableSet());
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
        SortedMap<String, Integer> rejectedBy = new TreeMap<>();
        item.json("rejectedBy").forEach((reason, count) -> rejectedBy.put(reason, ((Number) count).intValue()));
        return new ExtractionCounts(
                count(item, "turns"),
                count(item, "kept"),
                count(item, "merged"),
                count(item, "superseded"),
                count(item, "quarantined"),
                count(item, "redacted"),
                count(item, "rejected"),
                rejectedBy,
                count(item, "forgotten"),
                count(item, "passedOver"),
                count(item, "skipped"),
                count(item, "unchanged"),
                count(item, "reworded"),
                count(item, "removed"));
    }

    /// Runs of an older release did not count everything.
    private static int count(Item item, String name) {
        return item.has(name) ? (int) item.number(name) : 0;
    }
}
