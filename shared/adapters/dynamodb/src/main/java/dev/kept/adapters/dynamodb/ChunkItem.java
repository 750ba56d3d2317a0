package dev.kept.adapters.dynamodb;

import dev.kept.domain.document.Chunk;
import dev.kept.domain.document.Document;
import dev.kept.domain.document.DocumentFormat;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.EditionId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// A chunk as an item: with what search shows of its document, so that it needs no second read.
final class ChunkItem {
    private static final String POSITION = "position";
    private static final String CONTENT = "content";

    private ChunkItem() {}

    /// @param now when its write began
    static Item write(Key key, Document document, Chunk chunk, Instant now) {
        Document.Description description = document.description();
        Owner owner = document.owner();
        String id = document.chunkId(chunk.position());
        Item item = Item.at(key)
                .put(DocumentItem.DOCUMENT_ID, document.id().value())
                .put(DocumentItem.EDITION, document.edition().value())
                .put(POSITION, chunk.position())
                .put("headings", chunk.headings())
                .put(CONTENT, chunk.content())
                .put("title", description.title())
                .put("uri", description.uri())
                .put("projectId", description.projectId())
                .put("tags", description.tags())
                .put("chunks", document.chunks())
                .put("updatedAt", document.updatedAt())
                .put(Attribute.VERSION, Chunk.VERSION)
                .put(Attribute.PROJECT_KEY, description.projectId().map(project -> Keys.chunksOf(owner, project)))
                .put(Attribute.TIME_SORT, Keys.timeSort(document.updatedAt(), id));
        return Marks.mark(item, owner, id, now);
    }

    static Chunk read(Item item) {
        return new Chunk((int) item.number(POSITION), item.texts("headings"), item.text(CONTENT));
    }

    static Item tombstone(String table, Item chunk, Claim claim) {
        return Marks.tombstone(
                table,
                claim.owner(),
                Kind.DOCUMENT,
                document(chunk).chunkId((int) chunk.number(POSITION)),
                Chunk.VERSION + 1,
                claim.startedAt());
    }

    static SearchRecord record(Item item) {
        return SearchRecord.of(document(item), read(item), item.embedding());
    }

    /// As much of its document as the item tells.
    private static Document document(Item item) {
        Instant updatedAt = item.time("updatedAt");
        return new Document(
                Owner.parse(item.text(Attribute.OWNER)),
                new DocumentId(item.text(DocumentItem.DOCUMENT_ID)),
                new Document.Description(
                        item.text("title"),
                        item.optional("uri"),
                        item.optional("projectId").map(ProjectId::new),
                        DocumentFormat.TEXT,
                        Optional.empty(),
                        new TreeSet<>(item.texts("tags")),
                        Map.of()),
                "",
                new EditionId(item.text(DocumentItem.EDITION)),
                (int) item.number("chunks"),
                updatedAt,
                updatedAt,
                1);
    }
}
