package dev.kept.domain.extraction;

import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.session.SessionRef;
import java.util.List;

/// The effect of one run, all or nothing.
///
/// @param writes at most {@link #WRITES_MAX}
public record ExtractionCommit(SessionRef session, ExtractionRun run, List<MemoryWrite> writes) {
    /// A DynamoDB transaction takes 100 items; an update takes two (the memory and its history), the session and the
    /// run take one each.
    public static final int WRITES_MAX = 48;

    public ExtractionCommit {
        writes = List.copyOf(writes);
        if (writes.size() > WRITES_MAX) {
            throw new IllegalArgumentException("a run commits at most " + WRITES_MAX + " writes");
        }
    }
}
