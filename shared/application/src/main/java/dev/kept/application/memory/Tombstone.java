package dev.kept.application.memory;

import dev.kept.application.extraction.consolidation.StatementSketches;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.memory.Forgotten;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes what stays of a memory that is forgotten by hand. It holds for all that the memory ever said: old turns say
/// what it said before it was edited. For the same reason it holds everywhere when the memory was moved between
/// projects.
final class Tombstone {
    private final MemoryStore memories;

    Tombstone(MemoryStore memories) {
        this.memories = memories;
    }

    Forgotten of(Memory memory, Instant now) {
        List<Memory> versions =
                memories.history(memory.owner(), memory.id(), PageRequest.first(PageRequest.LIMIT_MAX)).items().stream()
                        .map(MemoryVersion::memory)
                        .toList();
        return new Forgotten(
                memory.owner(),
                memory.id(),
                project(memory, versions),
                versions.stream()
                        .map(version -> version.statement().content())
                        .distinct()
                        .limit(Forgotten.SKETCHES_MAX)
                        .map(content -> StatementSketches.of(memory.owner(), content))
                        .toList(),
                memory.provenance().sourceTurnIds(),
                now,
                Optional.empty());
    }

    private static Optional<ProjectId> project(Memory memory, List<Memory> versions) {
        Optional<ProjectId> project = memory.provenance().projectId();
        boolean moved = versions.stream()
                .anyMatch(version -> !version.provenance().projectId().equals(project));
        return moved ? Optional.empty() : project;
    }
}
