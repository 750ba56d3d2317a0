package dev.kept.runtime.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kept.domain.document.Chunk;
import dev.kept.domain.document.Document;
import dev.kept.domain.document.DocumentFormat;
import dev.kept.domain.document.DocumentStore;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// A document in a reply.
public record DocumentView(
        String documentId,
        Optional<String> userId,
        Optional<String> spaceId,
        Optional<String> projectId,
        String title,
        Optional<String> uri,
        DocumentFormat format,
        Optional<String> language,
        SortedSet<String> tags,
        Map<String, Object> metadata,
        String contentHash,
        int chunkCount,
        Instant createdAt,
        Instant updatedAt,
        long version) {
    public static DocumentView of(Document document) {
        Document.Description description = document.description();
        return new DocumentView(
                document.id().value(),
                id(document.owner(), Owner.Kind.USER),
                id(document.owner(), Owner.Kind.SPACE),
                description.projectId().map(ProjectId::value),
                description.title(),
                description.uri(),
                description.format(),
                description.language(),
                description.tags(),
                description.metadata(),
                document.contentHash(),
                document.chunks(),
                document.createdAt(),
                document.updatedAt(),
                document.version());
    }

    private static Optional<String> id(Owner owner, Owner.Kind kind) {
        return owner.kind() == kind ? Optional.of(owner.id()) : Optional.empty();
    }

    /// A document with its content and its chunks.
    public record Whole(@JsonUnwrapped DocumentView document, String content, List<ChunkView> chunks) {
        public static Whole of(DocumentStore.Whole whole) {
            List<ChunkView> chunks = whole.chunks().stream()
                    .map(chunk -> ChunkView.of(Optional.of(whole.document().chunkId(chunk.position())), chunk))
                    .toList();
            return new Whole(DocumentView.of(whole.document()), whole.content(), chunks);
        }
    }

    /// What would be kept of a document.
    public record Preview(
            String title,
            Optional<String> uri,
            Optional<String> projectId,
            DocumentFormat format,
            Optional<String> language,
            String contentHash,
            int chunkCount,
            List<ChunkView> chunks) {
        public static Preview of(Document.Description description, String contentHash, List<Chunk> chunks) {
            return new Preview(
                    description.title(),
                    description.uri(),
                    description.projectId().map(ProjectId::value),
                    description.format(),
                    description.language(),
                    contentHash,
                    chunks.size(),
                    chunks.stream()
                            .map(chunk -> ChunkView.of(Optional.empty(), chunk))
                            .toList());
        }
    }

    /// @param id as a search tells it; left out of a preview
    public record ChunkView(
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> id,
            int position,
            List<String> headings,
            String content) {
        static ChunkView of(Optional<String> id, Chunk chunk) {
            return new ChunkView(id, chunk.position(), chunk.headings(), chunk.content());
        }
    }
}
