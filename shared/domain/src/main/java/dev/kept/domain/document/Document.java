package dev.kept.domain.document;

import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.EditionId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.text.Limits;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is known of a document; its content and its chunks are read apart.
///
/// @param contentHash SHA-256 of the content, in hexadecimal
/// @param edition the writing whose chunks are live
/// @param chunks how many there are
/// @param version counts the editions, from 1
public record Document(
        Owner owner,
        DocumentId id,
        Description description,
        String contentHash,
        EditionId edition,
        int chunks,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /// What the client says of it.
    ///
    /// @param uri where it comes from; names the document within its owner and project
    /// @param language of code
    public record Description(
            String title,
            Optional<String> uri,
            Optional<ProjectId> projectId,
            DocumentFormat format,
            Optional<String> language,
            SortedSet<String> tags,
            Map<String, Object> metadata) {
        public Description {
            Limits.content("title", title, Limits.TITLE_CHARACTERS);
            uri.ifPresent(text -> Limits.content("uri", text, Limits.URI_CHARACTERS));
            language.ifPresent(name -> Limits.content("language", name, Limits.LABEL_CHARACTERS));
            Limits.labels("tags", tags);
            tags = new TreeSet<>(tags);
            metadata = Limits.metadata(metadata);
        }

        public Description withUri(Optional<String> other) {
            return new Description(title, other, projectId, format, language, tags, metadata);
        }
    }

    /// What a search calls one of its chunks.
    public String chunkId(int position) {
        return edition + ":" + position;
    }
}
