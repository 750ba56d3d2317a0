package dev.kept.domain.document;

import dev.kept.domain.id.ProjectId;
import java.util.Optional;

/// Which documents of an owner are listed; newest first.
public record DocumentQuery(Optional<ProjectId> projectId, Optional<String> uri) {
    public boolean admits(Document document) {
        return (projectId.isEmpty() || projectId.equals(document.description().projectId()))
                && (uri.isEmpty() || uri.equals(document.description().uri()));
    }
}
