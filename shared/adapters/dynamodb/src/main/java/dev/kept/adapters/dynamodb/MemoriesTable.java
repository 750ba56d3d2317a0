package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import java.time.Clock;

/// The memories table: the keys in it, and the writes that the store and the extraction ledger
/// share.
final class MemoriesTable {
    private final String name;
    private final Clock clock;

    MemoriesTable(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    String name() {
        return name;
    }

    Key key(Owner owner, String item) {
        return new Key(name, Attribute.OWNER, owner.key(), item);
    }

    Key memoryKey(Owner owner, MemoryId id) {
        return key(owner, Keys.memory(id));
    }

    Range items(Owner owner, String prefix) {
        return Range.of(name, Attribute.OWNER, owner.key()).prefix(prefix);
    }

    Range shelf(Owner owner) {
        return Range.of(name, Index.SHELF, owner.key());
    }

    Range shelf(Owner owner, String prefix) {
        return shelf(owner).prefix(prefix);
    }

    Item created(Memory memory, Change change) {
        return MemoryItem.write(memoryKey(memory.owner(), memory.id()), memory, 1, change, clock.instant());
    }

    void create(Transaction transaction, Memory memory, Change change) {
        transaction.put(name, created(memory, change), Condition.absent(Attribute.ITEM));
    }

    /// The new version in the place of the current one, and that in the history. Two writes.
    ///
    /// @param current as it was read; the write fails when it has changed since
    /// @return the new version
    Item update(Transaction transaction, Item current, Memory changed, Change change) {
        long version = current.number(Attribute.VERSION);
        Key key = memoryKey(changed.owner(), changed.id());
        Item next = MemoryItem.write(key, changed, version + 1, change, clock.instant());
        MemoryItem.keepEmbedding(next, current).keepUnnamed(current, MemoryItem.OF_THE_CONTENT);
        Key past = key(changed.owner(), Keys.history(changed.id(), version));
        transaction
                .put(name, next, Condition.equal(Attribute.VERSION, version))
                .put(name, MemoryItem.snapshot(past, current));
        return next;
    }
}
