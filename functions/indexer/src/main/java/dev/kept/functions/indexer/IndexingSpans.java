package dev.kept.functions.indexer;

import dev.kept.domain.telemetry.SpanAttribute;
import dev.kept.domain.telemetry.SpanName;
import dev.kept.runtime.queue.TracedChanges;
import dev.kept.runtime.tracing.Span;
import dev.kept.runtime.tracing.Tracing;
import java.util.ArrayList;
import java.util.List;

/// One span of the batch in each trace that has changes in it. A batch is embedded and written in one go, whoever wrote
/// its records: taken apart by traces it would take many times as long.
final class IndexingSpans implements AutoCloseable {
    private final List<Span> spans = new ArrayList<>();

    IndexingSpans(List<TracedChanges> changes, Tracing tracing) {
        for (TracedChanges some : changes) {
            spans.add(tracing.begin(SpanName.INDEXING, "", some.cause())
                    .tell(SpanAttribute.RECORDS, some.records().size()));
        }
    }

    /// The last begun first, as each goes back to where the thread was before it.
    @Override
    public void close() {
        spans.reversed().forEach(Span::close);
    }
}
