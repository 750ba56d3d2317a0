package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.Forgotten;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.search.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds writes of memories to a transaction, each on condition that its memory is what it was.
final class MemoryWrites {
    private final Dynamo dynamo;
    private final MemoriesTable table;
    private final Clock clock;

    MemoryWrites(Dynamo dynamo, MemoriesTable table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// A memory as it will be, and how it was when it was read for that.
    ///
    /// @param stored empty when it goes
    record Added(MemoryWrite write, Optional<Item> stored) {}

    /// A write whose memory is not what it was.
    record Refused(MemoryWrite write, boolean gone) {}

    /// What was added; only when nothing was refused is the transaction whole.
    record Result(List<Added> added, Optional<Refused> refused) {}

    Result addTo(Transaction transaction, List<MemoryWrite> writes) {
        Map<Key, Item> current = current(writes);
        List<Added> added = new ArrayList<>();
        for (MemoryWrite write : writes) {
            Optional<Item> before = Optional.ofNullable(current.get(key(write)));
            Optional<Refused> refused = refuse(write, before);
            if (refused.isPresent()) {
                return new Result(added, refused);
            }
            added.add(add(transaction, write, before));
        }
        return new Result(added, Optional.empty());
    }

    private static Optional<Refused> refuse(MemoryWrite write, Optional<Item> before) {
        if (isNew(write)) {
            return Optional.empty(); // The condition of its write finds out whether the id is free.
        }
        boolean current = before.filter(
                        item -> item.number(Attribute.VERSION) == write.memory().version())
                .isPresent();
        return current ? Optional.empty() : Optional.of(new Refused(write, before.isEmpty()));
    }

    private static boolean isNew(MemoryWrite write) {
        return write instanceof MemoryWrite.Create || write instanceof MemoryWrite.Withhold;
    }

    private Added add(Transaction transaction, MemoryWrite write, Optional<Item> before) {
        Memory memory = write.memory();
        return switch (write) {
            case MemoryWrite.Create create -> {
                Item item = table.created(memory, create.change());
                transaction.put(table.name(), item, Condition.absent(Attribute.ITEM));
                yield new Added(write, Optional.of(item));
            }
            case MemoryWrite.Update update ->
                new Added(write, Optional.of(table.update(transaction, before.orElseThrow(), memory, update.change())));
            case MemoryWrite.SetAside aside -> {
                Item item = table.update(transaction, before.orElseThrow(), memory, aside.change());
                remember(transaction, aside.forgotten());
                yield new Added(write, Optional.of(item));
            }
            case MemoryWrite.Remove _ -> {
                remove(transaction, memory.owner(), memory.id(), memory.version());
                yield new Added(write, Optional.empty());
            }
            case MemoryWrite.Withhold withhold -> {
                remember(transaction, withhold.forgotten());
                yield new Added(write, Optional.empty());
            }
            case MemoryWrite.Forget forget -> {
                remove(transaction, memory.owner(), memory.id(), memory.version());
                remember(transaction, forget.forgotten());
                yield new Added(write, Optional.empty());
            }
        };
    }

    private void remember(Transaction transaction, Forgotten forgotten) {
        Key key = table.key(forgotten.owner(), Keys.forgotten(forgotten.projectId(), forgotten.memoryId()));
        transaction.put(table.name(), ForgottenItem.write(key, forgotten));
    }

    /// The oldest versions may go before the transaction: nobody relies on them, and a repeat
    /// goes on from there.
    void remove(Transaction transaction, Owner owner, MemoryId id, long version) {
        List<Key> history = dynamo.first(table.items(owner, Keys.histories(id)), Integer.MAX_VALUE).stream()
                .map(item -> table.key(owner, item.text(Attribute.ITEM)))
                .toList();
        int early = Math.max(0, history.size() - MemoryWrite.HISTORY_AT_ONCE);
        dynamo.deleteAll(table.name(), history.subList(0, early));
        transaction
                .delete(table.memoryKey(owner, id), Condition.equal(Attribute.VERSION, version))
                .put(
                        table.name(),
                        Marks.tombstone(table.name(), owner, Kind.MEMORY, id.value(), version, clock.instant()));
        history.subList(early, history.size()).forEach(transaction::delete);
    }

    private Map<Key, Item> current(List<MemoryWrite> writes) {
        List<Key> keys =
                writes.stream().filter(write -> !isNew(write)).map(this::key).toList();
        Map<Key, Item> current = new HashMap<>();
        for (Item item : dynamo.getAll(keys)) {
            String owner = item.text(Attribute.OWNER);
            current.put(new Key(table.name(), Attribute.OWNER, owner, item.text(Attribute.ITEM)), item);
        }
        return current;
    }

    private Key key(MemoryWrite write) {
        return table.memoryKey(write.memory().owner(), write.memory().id());
    }
}
