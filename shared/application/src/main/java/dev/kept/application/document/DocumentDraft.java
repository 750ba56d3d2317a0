package dev.kept.application.document;

import dev.kept.application.redaction.ChosenNames;
import dev.kept.application.redaction.RedactedData;
import dev.kept.domain.document.DocumentFormat;
import dev.kept.domain.id.ProjectId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// A document as somebody hands it in.
///
/// @param uri where it comes from: the same uri again replaces it
/// @param format guessed when absent
public record DocumentDraft(
        String title,
        String content,
        Optional<String> uri,
        Optional<ProjectId> projectId,
        Optional<DocumentFormat> format,
        Optional<String> language,
        SortedSet<String> tags,
        Map<String, Object> metadata) {
    /// The same without secrets around the content, which is redacted where its length is checked.
    ///
    /// @throws dev.kept.domain.error.InvalidRequest when the name of its project holds a secret
    DocumentDraft redacted(RedactedData data, ChosenNames names) {
        names.check("projectId", projectId);
        return new DocumentDraft(
                data.text(Optional.of(title)).orElse(title),
                content,
                data.text(uri),
                projectId,
                format,
                data.text(language),
                data.labels(tags),
                data.json(metadata));
    }
}
