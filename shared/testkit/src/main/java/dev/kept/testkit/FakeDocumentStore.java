package dev.kept.testkit;

import dev.kept.domain.document.Chunk;
import dev.kept.domain.document.Document;
import dev.kept.domain.document.DocumentQuery;
import dev.kept.domain.document.DocumentStore;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Documents in memory.
public final class FakeDocumentStore implements DocumentStore {
    private final FakeDatabase database;

    public FakeDocumentStore(FakeDatabase database) {
        this.database = database;
    }

    @Override
    public void put(Document document, String content, List<Chunk> chunks) {
        synchronized (database) {
            Optional<Document> current = find(document.owner(), document.id());
            if (current.map(Document::version).orElse(0L) != document.version() - 1 || isTaken(document)) {
                throw Conflict.versionRace("document", document.id().value());
            }
            current.ifPresent(this::removeChunks);
            database.documents.put(ref(document), new Whole(document, content, chunks));
            chunks.forEach(chunk -> database.changed(
                    FakeDatabase.key(document, chunk.position()), SearchRecord.of(document, chunk, Optional.empty())));
        }
    }

    private boolean isTaken(Document document) {
        Document.Description description = document.description();
        return Stream.concat(
                        description
                                .uri()
                                .flatMap(uri -> underUri(document.owner(), description.projectId(), uri))
                                .stream(),
                        withContent(document.owner(), description.projectId(), document.contentHash()).stream())
                .anyMatch(other -> !other.id().equals(document.id()));
    }

    @Override
    public Optional<Document> find(Owner owner, DocumentId id) {
        return read(owner, id).map(Whole::document);
    }

    @Override
    public Optional<Whole> read(Owner owner, DocumentId id) {
        synchronized (database) {
            return Optional.ofNullable(database.documents.get(new FakeDatabase.DocumentRef(owner, id)));
        }
    }

    @Override
    public Optional<Document> underUri(Owner owner, Optional<ProjectId> project, String uri) {
        return of(owner, project)
                .filter(document -> document.description().uri().equals(Optional.of(uri)))
                .findFirst();
    }

    @Override
    public Optional<Document> withContent(Owner owner, Optional<ProjectId> project, String contentHash) {
        return of(owner, project)
                .filter(document -> document.contentHash().equals(contentHash))
                .findFirst();
    }

    private Stream<Document> of(Owner owner, Optional<ProjectId> project) {
        return of(owner).filter(document -> document.description().projectId().equals(project));
    }

    private Stream<Document> of(Owner owner) {
        synchronized (database) {
            return List.copyOf(database.documents.values()).stream()
                    .map(Whole::document)
                    .filter(document -> document.owner().equals(owner));
        }
    }

    @Override
    public Page<Document> list(Owner owner, DocumentQuery query, PageRequest page) {
        return Pages.<Document>descending(
                        "documents" + owner + query, document -> document.id().value())
                .cut(of(owner).filter(query::admits), page);
    }

    @Override
    public boolean delete(Owner owner, DocumentId id) {
        synchronized (database) {
            Optional<Document> found = find(owner, id);
            found.ifPresent(document -> {
                removeChunks(document);
                database.documents.remove(ref(document));
            });
            return found.isPresent();
        }
    }

    /// Every write is one step here.
    @Override
    public int settle(Instant before, int limit) {
        return 0;
    }

    private void removeChunks(Document document) {
        for (int position = 0; position < document.chunks(); position++) {
            database.removed(
                    FakeDatabase.key(document, position), Kind.DOCUMENT, document.chunkId(position), Chunk.VERSION + 1);
        }
    }

    private static FakeDatabase.DocumentRef ref(Document document) {
        return new FakeDatabase.DocumentRef(document.owner(), document.id());
    }
}
