package dev.kept.domain.document;

import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where documents and their chunks are kept.
///
/// A document may have more chunks than one transaction takes. To whoever reads or searches it nevertheless changes at
/// one moment: chunks of an edition that is not live are hidden, from the first that is written to the last that is
/// removed.
public interface DocumentStore {
    /// Keeps a new document, or a new edition in the place of the current one, durably before it returns; search sees
    /// it from then on, and the edition before no more.
    ///
    /// @param document its version is the current one plus 1; its edition was never used before
    /// @throws dev.kept.domain.error.Conflict a version race, or another document of the owner has come to have the
    ///     uri or the content in its project: read again, and decide anew
    /// @throws dev.kept.domain.error.Throttled when another write of the same document is under way
    void put(Document document, String content, List<Chunk> chunks);

    /// Strongly consistent.
    Optional<Document> find(Owner owner, DocumentId id);

    /// A document with its content and chunks, all of one edition. Strongly consistent.
    Optional<Whole> read(Owner owner, DocumentId id);

    /// The document of this uri in the project, or outside of projects. Strongly consistent.
    Optional<Document> underUri(Owner owner, Optional<ProjectId> project, String uri);

    /// The document with this content in the project, or outside of projects. Strongly consistent.
    Optional<Document> withContent(Owner owner, Optional<ProjectId> project, String contentHash);

    /// Newest first. Strongly consistent.
    Page<Document> list(Owner owner, DocumentQuery query, PageRequest page);

    /// Removes a document with its chunks; search does not find it from then on.
    ///
    /// @return false when there was none
    /// @throws dev.kept.domain.error.Throttled when another write of the same document is under way
    boolean delete(Owner owner, DocumentId id);

    /// Clears away what writes left that began before `before` and were broken off.
    ///
    /// @return how many were cleared
    int settle(Instant before, int limit);

    /// @param chunks in order
    record Whole(Document document, String content, List<Chunk> chunks) {
        public Whole {
            chunks = List.copyOf(chunks);
        }
    }
}
