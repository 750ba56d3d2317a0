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
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Memories and their history in the memories table.
final class DynamoDbMemoryStore implements MemoryStore {
    private final Dynamo dynamo;
    private final MemoriesTable table;
    private final MemoryWrites writes;

    DynamoDbMemoryStore(Dynamo dynamo, MemoriesTable table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.writes = new MemoryWrites(dynamo, table, clock);
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

    private Optional<Boolean> tryToDelete(Owner owner, MemoryId id, OptionalLong expected) {
        Optional<Item> current = dynamo.get(table.memoryKey(owner, id));
        if (current.isEmpty()) {
            return Optional.of(false);
        }
        expected.ifPresent(version -> requireVersion(current.get(), id, version));
        Transaction transaction = dynamo.transaction();
        writes.remove(transaction, owner, id, current.get().number(Attribute.VERSION));
        return transaction.commit().isEmpty() ? Optional.of(true) : Optional.empty();
    }

    @Override
    public List<Memory> commit(List<MemoryWrite> all) {
        return Contention.retry("memories", () -> tryToCommit(all));
    }

    /// What was refused is read again by the next try, which finds out why; but for an id that is taken.
    private Optional<List<Memory>> tryToCommit(List<MemoryWrite> all) {
        Transaction transaction = dynamo.transaction();
        MemoryWrites.Result result = writes.addTo(transaction, all);
        result.refused().ifPresent(refused -> {
            String id = refused.write().memory().id().value();
            throw refused.gone() ? new NotFound("memory", id) : Conflict.versionRace("memory", id);
        });
        Optional<Transaction.Cancelled> cancelled = transaction.commit();
        cancelled.ifPresent(reasons -> requireFreeIds(all, reasons));
        return cancelled.isEmpty()
                ? Optional.of(result.added().stream()
                        .flatMap(added -> added.stored().stream())
                        .map(MemoryItem::read)
                        .toList())
                : Optional.empty();
    }

    private static void requireFreeIds(List<MemoryWrite> all, Transaction.Cancelled cancelled) {
        List<String> there = cancelled.refused().values().stream()
                .flatMap(item -> item.optional(Attribute.ITEM).stream())
                .toList();
        all.stream()
                .filter(MemoryWrite.Create.class::isInstance)
                .map(write -> write.memory().id())
                .filter(id -> there.contains(Keys.memory(id)))
                .forEach(id -> {
                    throw Conflict.exists("memory", id.value());
                });
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
