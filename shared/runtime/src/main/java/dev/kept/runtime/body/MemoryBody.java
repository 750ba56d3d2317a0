package dev.kept.runtime.body;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.SpaceId;
import dev.kept.domain.memory.MemoryType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// A memory as a client tells or changes it.
public record MemoryBody(
        Optional<String> content,
        Optional<MemoryType> type,
        Optional<Double> importance,
        Optional<SortedSet<String>> tags,
        Optional<List<String>> entities,
        Optional<String> projectId,
        Optional<String> sessionId,
        Optional<String> spaceId,
        Optional<Instant> validFrom,
        Optional<Boolean> pinned,
        Optional<Map<String, Object>> metadata) {
    public MemoryBody {
        projectId.ifPresent(ProjectId::new);
        sessionId.ifPresent(SessionId::new);
        spaceId.ifPresent(space -> {
            throw new NotFound("space", new SpaceId(space).value());
        });
    }

    public Optional<ProjectId> project() {
        return projectId.map(ProjectId::new);
    }

    public Optional<SessionId> session() {
        return sessionId.map(SessionId::new);
    }
}
