package dev.kept.adapters.dynamodb;

import dev.kept.domain.context.MemoryShelf;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.search.SearchRecord;
import java.util.List;
import java.util.Optional;

/// Memories by what they weigh in a context: a local index that holds active ones, without their
/// vectors.
final class DynamoDbMemoryShelf implements MemoryShelf {
    private final Dynamo dynamo;
    private final MemoriesTable memories;

    DynamoDbMemoryShelf(Dynamo dynamo, MemoriesTable memories) {
        this.dynamo = dynamo;
        this.memories = memories;
    }

    @Override
    public List<SearchRecord> important(Owner owner, Scope scope, int limit) {
        return read(memories.shelf(owner, ShelfItem.prefix(scope)), limit);
    }

    @Override
    public List<SearchRecord> newest(Owner owner, int limit) {
        return read(memories.items(owner, Keys.MEMORY), limit);
    }

    @Override
    public int size(Owner owner) {
        return dynamo.count(memories.shelf(owner));
    }

    private List<SearchRecord> read(Range range, int limit) {
        return dynamo.first(range.reversed().only(ShelfItem.ATTRIBUTES), limit).stream()
                .flatMap(item -> OfANewerRelease.passedOver(() -> Optional.of(ShelfItem.read(item))).stream())
                .filter(item -> item.status() == MemoryStatus.ACTIVE)
                .toList();
    }
}
