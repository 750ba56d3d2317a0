package dev.kept.adapters.dynamodb;

import dev.kept.domain.document.Chunk;
import dev.kept.domain.document.Document;
import dev.kept.domain.document.DocumentQuery;
import dev.kept.domain.document.DocumentStore;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Documents and their chunks in the memories table, whose stream and indexes already bring records into search.
final class DynamoDbDocumentStore implements DocumentStore {
    /// An item takes 400 KB, and no index repeats this one.
    private static final int CONTENT_BYTES_INLINE = 300_000;

    /// A document is read in three steps; an edition may go between them.
    private static final int READS = 5;

    private final Dynamo dynamo;
    private final MemoriesTable table;
    private final Contents contents;
    private final DocumentWriting writing;
    private final Clock clock;

    DynamoDbDocumentStore(Dynamo dynamo, MemoriesTable table, Contents contents, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.contents = contents;
        this.writing = new DocumentWriting(dynamo, table, contents);
        this.clock = clock;
    }

    @Override
    public void put(Document document, String content, List<Chunk> chunks) {
        Claim claim = claim(document.owner(), document.id(), document.edition().value());
        Optional<Item> current = dynamo.get(writing.documentKey(claim));
        if (current.map(item -> item.number(Attribute.VERSION)).orElse(0L) != document.version() - 1) {
            throw DocumentWriting.changed(claim);
        }
        writing.claim(claim, current, Optional.of(new WritingItem.Edition(document.edition(), chunks.size())));
        writing.stage(claim, items(claim, document, content, chunks));
        boolean published = publish(claim, current, document);
        writing.finish(claim);
        if (!published) {
            throw DocumentWriting.changed(claim);
        }
    }

    private List<Item> items(Claim claim, Document document, String content, List<Chunk> chunks) {
        Item text = Item.at(table.key(claim.owner(), Keys.text(document.id(), document.edition())))
                .put(DocumentItem.EDITION, document.edition().value());
        contents.place(Folders.documents(claim.owner()), content, CONTENT_BYTES_INLINE)
                .into(text);
        List<Item> items = new ArrayList<>(List.of(text));
        for (Chunk chunk : chunks) {
            Key key = table.key(claim.owner(), Keys.chunk(document.id(), document.edition(), chunk.position()));
            items.add(ChunkItem.write(key, document, chunk, claim.startedAt()));
        }
        return items;
    }

    /// @return false when the document has changed, or another has its uri or its content
    private boolean publish(Claim claim, Optional<Item> current, Document document) {
        return Contention.retry("document " + claim.id(), () -> {
            Transaction transaction = dynamo.transaction()
                    .put(
                            table.name(),
                            DocumentItem.write(writing.documentKey(claim), document),
                            DocumentWriting.asRead(current))
                    .update(new Update(writing.claimKey(claim), writing.isMine(claim))
                            .set(WritingItem.LIVE, document.edition().value()));
            Set<String> names = names(document);
            names.forEach(name -> transaction.put(
                    table.name(),
                    pointer(document, name),
                    Condition.absent(Attribute.ITEM).or(leadsTo(document))));
            current.map(DocumentItem::read).stream()
                    .flatMap(before -> names(before).stream())
                    .filter(name -> !names.contains(name))
                    .forEach(name -> transaction.delete(table.key(claim.owner(), name)));
            return outcome(transaction);
        });
    }

    private Item pointer(Document document, String name) {
        return Item.at(table.key(document.owner(), name))
                .put(DocumentItem.DOCUMENT_ID, document.id().value());
    }

    private static Condition leadsTo(Document document) {
        return Condition.unchanged(
                DocumentItem.DOCUMENT_ID, Optional.of(document.id().value()));
    }

    /// The items that lead to a document.
    private static Set<String> names(Document document) {
        Document.Description description = document.description();
        return Stream.concat(
                        description.uri().map(uri -> Keys.uri(description.projectId(), uri)).stream(),
                        Stream.of(Keys.content(description.projectId(), document.contentHash())))
                .collect(Collectors.toSet());
    }

    private static Optional<Boolean> outcome(Transaction transaction) {
        Optional<Transaction.Cancelled> cancelled = transaction.commit();
        if (cancelled.isEmpty()) {
            return Optional.of(true);
        }
        return cancelled.get().refused().isEmpty() ? Optional.empty() : Optional.of(false);
    }

    @Override
    public Optional<Document> find(Owner owner, DocumentId id) {
        return dynamo.get(table.key(owner, Keys.document(id))).map(DocumentItem::read);
    }

    @Override
    public Optional<Whole> read(Owner owner, DocumentId id) {
        for (int i = 0; i < READS; i++) {
            Optional<Document> document = find(owner, id);
            Optional<Whole> whole = document.flatMap(this::whole);
            if (document.isEmpty() || whole.isPresent()) {
                return whole;
            }
        }
        throw Failures.contended("document " + id);
    }

    private Optional<Whole> whole(Document document) {
        Owner owner = document.owner();
        List<Chunk> chunks =
                dynamo
                        .first(table.items(owner, Keys.chunks(document.id(), document.edition())), Integer.MAX_VALUE)
                        .stream()
                        .map(ChunkItem::read)
                        .toList();
        return dynamo.get(table.key(owner, Keys.text(document.id(), document.edition())))
                .flatMap(contents::read)
                .filter(_ -> chunks.size() == document.chunks())
                .map(content -> new Whole(document, content, chunks));
    }

    @Override
    public Optional<Document> underUri(Owner owner, Optional<ProjectId> project, String uri) {
        return named(owner, Keys.uri(project, uri));
    }

    @Override
    public Optional<Document> withContent(Owner owner, Optional<ProjectId> project, String contentHash) {
        return named(owner, Keys.content(project, contentHash));
    }

    private Optional<Document> named(Owner owner, String name) {
        return dynamo.get(table.key(owner, name))
                .flatMap(pointer -> find(owner, new DocumentId(pointer.text(DocumentItem.DOCUMENT_ID))));
    }

    @Override
    public Page<Document> list(Owner owner, DocumentQuery query, PageRequest page) {
        return new PagedQuery<>(
                        dynamo,
                        owner.key(),
                        table.items(owner, Keys.DOCUMENT).reversed(),
                        query,
                        item -> Optional.of(DocumentItem.read(item)).filter(query::admits))
                .page(page);
    }

    @Override
    public boolean delete(Owner owner, DocumentId id) {
        return Contention.retry("document " + id, () -> tryToDelete(claim(owner, id, writer())));
    }

    private Optional<Boolean> tryToDelete(Claim claim) {
        Optional<Item> current = dynamo.get(writing.documentKey(claim));
        if (current.isEmpty()) {
            return Optional.of(false);
        }
        try {
            writing.claim(claim, current, Optional.empty());
        } catch (Conflict changed) {
            return Optional.empty();
        }
        Transaction transaction = dynamo.transaction()
                .delete(writing.documentKey(claim), DocumentWriting.asRead(current))
                .update(new Update(writing.claimKey(claim), writing.isMine(claim)).remove(WritingItem.LIVE));
        names(DocumentItem.read(current.get())).forEach(name -> transaction.delete(table.key(claim.owner(), name)));
        Optional<Boolean> gone = outcome(transaction).filter(done -> done);
        writing.finish(claim);
        return gone;
    }

    @Override
    public int settle(Instant before, int limit) {
        List<Item> broken =
                new Shards(dynamo).oldest(table.name(), Index.UNINDEXED_RECORDS, Keys.WRITING, before, limit);
        return (int) broken.stream()
                .map(item -> claim(Owner.parse(item.text(Attribute.OWNER)), WritingItem.documentId(item), writer()))
                .filter(this::isSettled)
                .count();
    }

    /// @return false when somebody else is at it
    private boolean isSettled(Claim claim) {
        try {
            writing.claim(claim, dynamo.get(writing.documentKey(claim)), Optional.empty());
            writing.finish(claim);
            return true;
        } catch (Conflict | Throttled busy) {
            return false;
        }
    }

    private Claim claim(Owner owner, DocumentId id, String writer) {
        return new Claim(owner, id, writer, clock.instant());
    }

    private static String writer() {
        return UUID.randomUUID().toString();
    }
}
