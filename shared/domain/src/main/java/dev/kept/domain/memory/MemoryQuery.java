package dev.kept.domain.memory;

import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import java.time.Instant;
import java.util.Optional;

/// Which memories of an owner are listed; newest first.
///
/// @param status empty: active ones, unless `asOf` is given
/// @param asOf those that were valid then, whatever became of them
public record MemoryQuery(
        Optional<MemoryType> type,
        Optional<ProjectId> projectId,
        Optional<SessionId> sessionId,
        Optional<String> entity,
        Optional<String> tag,
        Optional<MemoryStatus> status,
        Optional<Instant> asOf) {
    public static final MemoryQuery ALL = new MemoryQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public static MemoryQuery of(ProjectId project) {
        return new MemoryQuery(
                Optional.empty(),
                Optional.of(project),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static MemoryQuery of(MemoryStatus status) {
        return new MemoryQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(status),
                Optional.empty());
    }

    public MemoryQuery in(SessionId session) {
        return new MemoryQuery(type, projectId, Optional.of(session), entity, tag, status, asOf);
    }

    /// Whether a memory belongs to the list. Entities match ignoring case, as they do in a search.
    public boolean admits(Memory memory) {
        Memory.Statement statement = memory.statement();
        return type.map(statement.type()::equals).orElse(true)
                && (projectId.isEmpty() || projectId.equals(memory.provenance().projectId()))
                && (sessionId.isEmpty() || sessionId.equals(memory.provenance().sessionId()))
                && entity.map(name -> statement.entities().stream().anyMatch(name::equalsIgnoreCase))
                        .orElse(true)
                && tag.map(name -> statement.tags().contains(name)).orElse(true)
                && status.map(memory.validity().status()::equals).orElse(asOf.isPresent() || memory.isActive())
                && asOf.map(memory.validity()::holdsAt).orElse(true);
    }
}
