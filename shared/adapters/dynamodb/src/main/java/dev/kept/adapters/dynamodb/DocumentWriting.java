package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.EditionId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The steps of a write that takes more than one transaction.
///
/// A writer first claims the document, by an item that stands in its owner's overlay and names the live edition; a
/// search that meets it hides all other editions. Then the new chunks are put in, hidden. One transaction puts the
/// document and makes the new edition the live one: what was hidden is seen and what was seen is hidden. Then the old
/// chunks are buried, and the claim goes last. A process that dies on the way leaves the claim, and with it a search
/// that is right; whoever comes next, another writer or the upkeep, takes the claim over and clears away.
///
/// Every step is conditional on the claim, so a writer that was overtaken can do no harm any more.
final class DocumentWriting {
    /// A claim that is older may be taken over: no request takes that long.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// One write of each transaction is the check of the claim.
    private static final int ITEMS_A_TRANSACTION = Transaction.ITEMS_MAX - 1;

    /// A chunk and its tombstone.
    private static final int BURIED_A_TRANSACTION = ITEMS_A_TRANSACTION / 2;

    private final Dynamo dynamo;
    private final MemoriesTable table;
    private final Contents contents;

    DocumentWriting(Dynamo dynamo, MemoriesTable table, Contents contents) {
        this.dynamo = dynamo;
        this.table = table;
        this.contents = contents;
    }

    /// @param document as it was read; the claim fails when it has changed since
    /// @param coming the edition that is about to be written, if any
    void claim(Claim claim, Optional<Item> document, Optional<WritingItem.Edition> coming) {
        Contention.retry("document " + claim.id(), () -> tryToClaim(claim, document, coming));
    }

    private Optional<Boolean> tryToClaim(Claim claim, Optional<Item> document, Optional<WritingItem.Edition> coming) {
        Optional<Item> other = dynamo.get(claimKey(claim));
        if (other.isPresent()
                && WritingItem.startedAt(other.get()).plus(PATIENCE).isAfter(claim.startedAt())) {
            return Optional.empty();
        }
        Set<WritingItem.Edition> editions = new HashSet<>();
        other.stream().flatMap(WritingItem::editions).forEach(editions::add);
        document.map(WritingItem.Edition::of).ifPresent(editions::add);
        coming.ifPresent(editions::add);
        Item marker = WritingItem.write(claimKey(claim), claim, document.map(DocumentItem::edition), editions);
        Transaction transaction = dynamo.transaction()
                .check(documentKey(claim), asRead(document))
                .put(
                        table.name(),
                        marker,
                        Condition.unchanged(WritingItem.WRITER, other.map(item -> item.text(WritingItem.WRITER))));
        return transaction
                        .commit()
                        .map(cancelled -> requireSame(claim, cancelled))
                        .isEmpty()
                ? Optional.of(true)
                : Optional.empty();
    }

    private static Transaction.Cancelled requireSame(Claim claim, Transaction.Cancelled cancelled) {
        if (cancelled.refused().containsKey(0)) {
            throw changed(claim);
        }
        return cancelled;
    }

    /// Writes items that are hidden until they are published.
    void stage(Claim claim, List<Item> items) {
        for (int i = 0; i < items.size(); i += ITEMS_A_TRANSACTION) {
            List<Item> part = items.subList(i, Math.min(items.size(), i + ITEMS_A_TRANSACTION));
            boolean done = commit(claim, transaction -> part.forEach(item -> transaction.put(table.name(), item)));
            if (!done) {
                throw changed(claim);
            }
        }
    }

    /// Removes what is not of the live edition, and then the claim.
    void finish(Claim claim) {
        Optional<EditionId> live = dynamo.get(documentKey(claim)).map(DocumentItem::edition);
        Optional<Item> marker = dynamo.get(claimKey(claim));
        boolean done = marker.stream()
                .flatMap(WritingItem::editions)
                .map(WritingItem.Edition::id)
                .filter(edition -> !Optional.of(edition).equals(live))
                .allMatch(edition -> remove(claim, edition));
        if (done) {
            dynamo.delete(claimKey(claim), isMine(claim));
        }
    }

    /// @return false when the claim was taken over
    private boolean remove(Claim claim, EditionId edition) {
        List<Item> chunks =
                dynamo.first(table.items(claim.owner(), Keys.chunks(claim.id(), edition)), Integer.MAX_VALUE);
        for (int i = 0; i < chunks.size(); i += BURIED_A_TRANSACTION) {
            List<Item> part = chunks.subList(i, Math.min(chunks.size(), i + BURIED_A_TRANSACTION));
            if (!commit(claim, transaction -> part.forEach(item -> bury(transaction, claim, item)))) {
                return false;
            }
        }
        Key text = table.key(claim.owner(), Keys.text(claim.id(), edition));
        dynamo.get(text).ifPresent(contents::remove);
        return commit(claim, transaction -> transaction.delete(text));
    }

    /// The tombstone is of a later version: a chunk that a rebuild of the index read before does not come back.
    private void bury(Transaction transaction, Claim claim, Item chunk) {
        transaction
                .delete(table.key(claim.owner(), chunk.text(Attribute.ITEM)))
                .put(table.name(), ChunkItem.tombstone(table.name(), chunk, claim));
    }

    /// @return false when the claim was taken over
    private boolean commit(Claim claim, Consumer<Transaction> writes) {
        return Contention.retry("document " + claim.id(), () -> {
            Transaction transaction = dynamo.transaction().check(claimKey(claim), isMine(claim));
            writes.accept(transaction);
            Optional<Transaction.Cancelled> cancelled = transaction.commit();
            if (cancelled.isEmpty()) {
                return Optional.of(true);
            }
            return cancelled.get().refused().isEmpty() ? Optional.empty() : Optional.of(false);
        });
    }

    Condition isMine(Claim claim) {
        return Condition.unchanged(WritingItem.WRITER, Optional.of(claim.writer()));
    }

    Key claimKey(Claim claim) {
        return table.key(claim.owner(), Keys.writing(claim.id()));
    }

    Key documentKey(Claim claim) {
        return table.key(claim.owner(), Keys.document(claim.id()));
    }

    static Condition asRead(Optional<Item> document) {
        return document.map(item -> Condition.equal(Attribute.VERSION, item.number(Attribute.VERSION)))
                .orElse(Condition.absent(Attribute.ITEM));
    }

    static Conflict changed(Claim claim) {
        return Conflict.versionRace("document", claim.id().value());
    }
}
