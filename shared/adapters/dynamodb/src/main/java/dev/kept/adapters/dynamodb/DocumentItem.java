package dev.kept.adapters.dynamodb;

import dev.kept.domain.document.Document;
import dev.kept.domain.document.DocumentFormat;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.EditionId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import java.util.TreeSet;

/// What is known of a document as an item. Its content lies in an item of its own, so that a list reads no content.
final class DocumentItem {
    static final String DOCUMENT_ID = "documentId";
    static final String EDITION = "edition";

    private DocumentItem() {}

    static Item write(Key key, Document document) {
        Document.Description description = document.description();
        return Traced.mark(Item.at(key))
                .put(DOCUMENT_ID, document.id().value())
                .put("title", description.title())
                .put("uri", description.uri())
                .put("projectId", description.projectId())
                .put("format", description.format())
                .put("language", description.language())
                .put("tags", description.tags())
                .put("metadata", description.metadata())
                .put("contentHash", document.contentHash())
                .put(EDITION, document.edition().value())
                .put("chunks", document.chunks())
                .put("createdAt", document.createdAt())
                .put("updatedAt", document.updatedAt())
                .put(Attribute.VERSION, document.version());
    }

    static EditionId edition(Item item) {
        return new EditionId(item.text(EDITION));
    }

    static Document read(Item item) {
        return new Document(
                Owner.parse(item.text(Attribute.OWNER)),
                new DocumentId(item.text(DOCUMENT_ID)),
                new Document.Description(
                        item.text("title"),
                        item.optional("uri"),
                        item.optional("projectId").map(ProjectId::new),
                        item.constant(DocumentFormat.class, "format"),
                        item.optional("language"),
                        new TreeSet<>(item.texts("tags")),
                        item.json("metadata")),
                item.text("contentHash"),
                edition(item),
                (int) item.number("chunks"),
                item.time("createdAt"),
                item.time("updatedAt"),
                item.number(Attribute.VERSION));
    }
}
