package dev.kept.domain.extraction;

import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.session.SessionRef;
import java.util.Collection;
import java.util.List;

/// The effect of one run, all or nothing.
///
/// @param writes of different memories, at most {@link #ITEMS_MAX} items together
public record ExtractionCommit(SessionRef session, ExtractionRun run, List<MemoryWrite> writes) {
    /// A DynamoDB transaction takes 100 items; the session and the run take one each.
    public static final int ITEMS_MAX = 98;

    public ExtractionCommit {
        writes = List.copyOf(writes);
        requireThatTheyFit(writes);
    }

    /// How many items the writes change.
    public static int items(Collection<? extends MemoryWrite> writes) {
        return writes.stream().mapToInt(MemoryWrite::items).sum();
    }

    static void requireThatTheyFit(List<MemoryWrite> writes) {
        if (items(writes) > ITEMS_MAX) {
            throw new IllegalArgumentException("a run commits at most " + ITEMS_MAX + " items");
        }
    }
}
