package dev.kept.application.memory;

import dev.kept.application.redaction.ChosenNames;
import dev.kept.application.redaction.RedactedData;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.memory.MemoryType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// A memory as somebody tells it; what is absent is worked out, or left as it is when a memory is changed.
public record MemoryDraft(
        Optional<String> content,
        Optional<MemoryType> type,
        Optional<Double> importance,
        Optional<SortedSet<String>> tags,
        Optional<List<String>> entities,
        Optional<ProjectId> projectId,
        Optional<SessionId> sessionId,
        Optional<Instant> validFrom,
        Optional<Boolean> pinned,
        Optional<Map<String, Object>> metadata) {
    /// The same without secrets around the content, which is redacted where its length is checked.
    ///
    /// @throws dev.kept.domain.error.InvalidRequest when an id holds a secret
    MemoryDraft redacted(Redactor redactor) {
        ChosenNames names = new ChosenNames(redactor);
        names.check("projectId", projectId);
        names.check("sessionId", sessionId);
        RedactedData data = new RedactedData(redactor);
        return new MemoryDraft(
                content,
                type,
                importance,
                tags.map(data::labels),
                entities.map(data::labels),
                projectId,
                sessionId,
                validFrom,
                pinned,
                metadata.map(data::json));
    }
}
