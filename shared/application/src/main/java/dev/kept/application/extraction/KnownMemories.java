package dev.kept.application.extraction;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads what is known already and may be restated or outdated: the active memories of the session's project, and
/// the owner's that belong to no project.
///
/// The owner's newest memories are read strongly consistent, so that what the run before wrote is seen; older ones of
/// the project by its index. Both are bounded: an update of something older than the newest
/// {@link #PROJECT_PAGES} pages becomes a memory beside it.
final class KnownMemories {
    private static final int OWNER_PAGES = 3;
    static final int PROJECT_PAGES = 8;

    private final MemoryStore memories;

    KnownMemories(MemoryStore memories) {
        this.memories = memories;
    }

    Map<MemoryId, Memory> of(Owner owner, Optional<ProjectId> project) {
        Map<MemoryId, Memory> known = new LinkedHashMap<>();
        Predicate<Memory> fits = memory -> memory.provenance().projectId().isEmpty()
                || memory.provenance().projectId().equals(project);
        read(owner, MemoryQuery.ALL, OWNER_PAGES, fits, known);
        project.ifPresent(id -> read(owner, MemoryQuery.of(id), PROJECT_PAGES, fits, known));
        return known;
    }

    private void read(Owner owner, MemoryQuery query, int pages, Predicate<Memory> fits, Map<MemoryId, Memory> known) {
        Optional<String> cursor = Optional.empty();
        for (int i = 0; i < pages; i++) {
            Page<Memory> page = memories.list(owner, query, new PageRequest(PageRequest.LIMIT_MAX, cursor));
            page.items().stream().filter(fits).forEach(memory -> known.putIfAbsent(memory.id(), memory));
            cursor = page.next();
            if (cursor.isEmpty()) {
                return;
            }
        }
    }
}
