package dev.kept.runtime.body;

import dev.kept.domain.document.DocumentFormat;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SpaceId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// A document as a client hands it in.
public record DocumentBody(
        String title,
        String content,
        Optional<String> uri,
        Optional<String> projectId,
        Optional<String> spaceId,
        Optional<DocumentFormat> format,
        Optional<String> language,
        Optional<SortedSet<String>> tags,
        Optional<Map<String, Object>> metadata) {
    public DocumentBody {
        projectId.ifPresent(ProjectId::new);
        spaceId.ifPresent(space -> {
            throw new NotFound("space", new SpaceId(space).value());
        });
    }

    public Optional<ProjectId> project() {
        return projectId.map(ProjectId::new);
    }
}
