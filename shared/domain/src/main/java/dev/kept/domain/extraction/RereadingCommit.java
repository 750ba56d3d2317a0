package dev.kept.domain.extraction;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.session.Rereading;
import dev.kept.domain.session.SessionRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One step of reading a session again, all or nothing.
///
/// @param before the state of the rereading that the step was made from
/// @param cursor the last turn that is read after it
/// @param run what it did; its `to` is the last turn read
/// @param found memories of the session that this step found again, or made
/// @param writes of different memories, at most {@link ExtractionCommit#ITEMS_MAX} items together
/// @param last whether the rereading ends with it
public record RereadingCommit(
        SessionRef session,
        Rereading before,
        Optional<TurnId> cursor,
        ExtractionRun run,
        Set<MemoryId> found,
        List<MemoryWrite> writes,
        boolean last) {
    public RereadingCommit {
        found = Set.copyOf(found);
        writes = List.copyOf(writes);
        ExtractionCommit.requireThatTheyFit(writes);
    }
}
