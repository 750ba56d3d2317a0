package dev.kept.adapters.dynamodb;

import dev.kept.domain.telemetry.Trace;
import dev.kept.domain.telemetry.TraceContext;

/// Where in a trace an item was written, beside it, for who hears of it from the stream. It is nothing of the record:
/// no
/// reader takes it out of the item, and the indexer takes it away with the mark.
final class Traced {
    private Traced() {}

    /// Without a trace, that of an earlier write is not kept either.
    static Item mark(Item item) {
        return item.put(TraceContext.NAME, Trace.current().map(TraceContext::traceparent));
    }

    static Update mark(Update update) {
        return Trace.current()
                .map(place -> update.set(TraceContext.NAME, place.traceparent()))
                .orElseGet(() -> update.remove(TraceContext.NAME));
    }
}
