package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.search.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Memories and their history in the memories table.
final class DynamoDbMemoryStore implements MemoryStore {
    /// Versions that go in the transaction that removes a memory, beside the memory and its
    /// tombstone.
    private static final int HISTORY_A_TRANSACTION = Transaction.ITEMS_MAX - 2;

    private final Dynamo dynamo;
    private final MemoriesTable table;
    private final Clock clock;

    DynamoDbMemoryStore(Dynamo dynamo, MemoriesTable table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Memory create(Memory memory, Change change) {
        Item item = table.created(memory, change);
        return switch (dynamo.put(table.name(), item, Condition.absent(Attribute.ITEM))) {
            case Written.Done(Item stored) -> MemoryItem.read(stored);
            case Written.Refused _ ->
                throw Conflict.exists("memory", memory.id().value());
        };
    }

    @Override
    public Optional<Memory> find(Owner owner, MemoryId id) {
        return dynamo.get(table.memoryKey(owner, id)).map(MemoryItem::read);
    }

    @Override
    public Memory update(Memory changed, Change change) {
        return Contention.retry("memory " + changed.id(), () -> tryToUpdate(changed, change));
    }

    private Optional<Memory> tryToUpdate(Memory changed, Change change) {
        Item current = dynamo.get(table.memoryKey(changed.owner(), changed.id()))
                .orElseThrow(() -> new NotFound("memory", changed.id().value()));
        requireVersion(current, changed.id(), changed.version());
        Transaction transaction = dynamo.transaction();
        Item next = table.update(transaction, current, changed, change);
        return transaction.commit().isEmpty() ? Optional.of(MemoryItem.read(next)) : Optional.empty();
    }

    @Override
    public boolean delete(Owner owner, MemoryId id, OptionalLong version) {
        return Contention.retry("memory " + id, () -> tryToDelete(owner, id, version));
    }

    /// The oldest versions may go before the transaction: nobody relies on them, and a repeat
    /// goes on from there.
    private Optional<Boolean> tryToDelete(Owner owner, MemoryId id, OptionalLong expected) {
        Optional<Item> current = dynamo.get(table.memoryKey(owner, id));
        if (current.isEmpty()) {
            return Optional.of(false);
        }
        expected.ifPresent(version -> requireVersion(current.get(), id, version));
        List<Key> history = dynamo.first(table.items(owner, Keys.histories(id)), Integer.MAX_VALUE).stream()
                .map(item -> table.key(owner, item.text(Attribute.ITEM)))
                .toList();
        int early = Math.max(0, history.size() - HISTORY_A_TRANSACTION);
        dynamo.deleteAll(table.name(), history.subList(0, early));
        boolean done =
                remove(owner, id, current.get().number(Attribute.VERSION), history.subList(early, history.size()));
        return done ? Optional.of(true) : Optional.empty();
    }

    private boolean remove(Owner owner, MemoryId id, long version, List<Key> history) {
        Transaction transaction = dynamo.transaction()
                .delete(table.memoryKey(owner, id), Condition.equal(Attribute.VERSION, version))
                .put(
                        table.name(),
                        Marks.tombstone(table.name(), owner, Kind.MEMORY, id.value(), version, clock.instant()));
        history.forEach(transaction::delete);
        return transaction.commit().isEmpty();
    }

    @Override
    public Page<Memory> list(Owner owner, MemoryQuery query, PageRequest page) {
        return new PagedQuery<>(
                        dynamo,
                        owner.key(),
                        range(owner, query).reversed(),
                        query,
                        item -> Optional.of(MemoryItem.read(item)).filter(query::admits))
                .page(page);
    }

    private Range range(Owner owner, MemoryQuery query) {
        if (query.sessionId().isPresent()) {
            return Range.of(
                    table.name(),
                    Index.BY_SESSION,
                    Keys.memoriesOf(owner, query.sessionId().get()));
        }
        return query.projectId()
                .map(project -> Range.of(table.name(), Index.BY_PROJECT, Keys.memoriesOf(owner, project)))
                .orElseGet(() -> table.items(owner, Keys.MEMORY));
    }

    @Override
    public Page<MemoryVersion> history(Owner owner, MemoryId id, PageRequest page) {
        return new History(dynamo, table, owner, id).page(page);
    }

    private static void requireVersion(Item current, MemoryId id, long expected) {
        if (current.number(Attribute.VERSION) != expected) {
            throw Conflict.versionRace("memory", id.value());
        }
    }
}
