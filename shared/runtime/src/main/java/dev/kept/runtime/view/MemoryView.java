package dev.kept.runtime.view;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.memory.Origin;
import dev.kept.domain.memory.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// A memory in a reply.
public record MemoryView(
        String memoryId,
        Optional<String> userId,
        Optional<String> spaceId,
        Optional<String> projectId,
        Optional<String> sessionId,
        MemoryType type,
        String content,
        String summary,
        double importance,
        double confidence,
        List<String> entities,
        SortedSet<String> tags,
        List<String> sourceTurnIds,
        List<String> clientTurnIds,
        Origin origin,
        Trust trust,
        MemoryStatus status,
        Optional<String> supersedes,
        Optional<String> supersededBy,
        Instant validFrom,
        Optional<Instant> validTo,
        boolean pinned,
        SortedSet<String> overrides,
        long accessCount,
        Optional<Instant> lastAccessedAt,
        Instant createdAt,
        Instant updatedAt,
        long version,
        Map<String, Object> metadata) {
    /// One version of a memory, and who made it so and why.
    public record VersionView(long version, Instant changedAt, String by, String why, MemoryView memory) {
        public static VersionView of(MemoryVersion version) {
            Memory memory = version.memory();
            return new VersionView(
                    memory.version(),
                    memory.usage().updatedAt(),
                    version.change().by(),
                    version.change().why(),
                    MemoryView.of(memory));
        }
    }

    public static MemoryView of(Memory memory) {
        Memory.Statement statement = memory.statement();
        Memory.Provenance provenance = memory.provenance();
        Memory.Validity validity = memory.validity();
        Memory.Usage usage = memory.usage();
        return new MemoryView(
                memory.id().value(),
                id(memory.owner(), Owner.Kind.USER),
                id(memory.owner(), Owner.Kind.SPACE),
                provenance.projectId().map(ProjectId::value),
                provenance.sessionId().map(SessionId::value),
                statement.type(),
                statement.content(),
                statement.summary(),
                statement.importance(),
                statement.confidence(),
                statement.entities(),
                statement.tags(),
                provenance.sourceTurnIds().stream().map(TurnId::value).toList(),
                provenance.clientTurnIds(),
                provenance.origin(),
                provenance.trust(),
                validity.status(),
                validity.supersedes().map(MemoryId::value),
                validity.supersededBy().map(MemoryId::value),
                validity.validFrom(),
                validity.validTo(),
                statement.pinned(),
                statement.overrides(),
                usage.accessCount(),
                usage.lastAccessedAt(),
                usage.createdAt(),
                usage.updatedAt(),
                memory.version(),
                statement.metadata());
    }

    private static Optional<String> id(Owner owner, Owner.Kind kind) {
        return owner.kind() == kind ? Optional.of(owner.id()) : Optional.empty();
    }
}
