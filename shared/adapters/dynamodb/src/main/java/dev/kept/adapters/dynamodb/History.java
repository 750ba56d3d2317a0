package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The versions of a memory, newest first: the current one is the memory itself, the others are
/// snapshots.
final class History {
    private final Dynamo dynamo;
    private final MemoriesTable table;
    private final Owner owner;
    private final MemoryId id;
    private final String scope;

    History(Dynamo dynamo, MemoriesTable table, Owner owner, MemoryId id) {
        this.dynamo = dynamo;
        this.table = table;
        this.owner = owner;
        this.id = id;
        this.scope = "history " + owner.key() + " " + id;
    }

    Page<MemoryVersion> page(PageRequest page) {
        Optional<Item> current = dynamo.get(table.memoryKey(owner, id));
        if (current.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        List<Item> versions = new ArrayList<>();
        String next = page.cursor().map(this::next).orElseGet(() -> {
            versions.add(current.get());
            return Keys.history(id, current.get().number(Attribute.VERSION) - 1);
        });
        Range past = table.items(owner, Keys.histories(id)).reversed().upTo(next);
        versions.addAll(dynamo.first(past, page.limit() + 1 - versions.size()));
        return cut(versions, page.limit());
    }

    private Page<MemoryVersion> cut(List<Item> versions, int limit) {
        Optional<String> cursor = versions.size() > limit
                ? Optional.of(Cursors.encode(
                        scope,
                        Map.of(
                                Attribute.ITEM,
                                AttributeValue.fromS(versions.get(limit).text(Attribute.ITEM)))))
                : Optional.empty();
        return new Page<>(
                versions.stream().limit(limit).map(MemoryItem::readVersion).toList(), cursor);
    }

    private String next(String cursor) {
        AttributeValue item =
                Cursors.decode(scope, cursor, Set.of(Attribute.ITEM)).get(Attribute.ITEM);
        return Optional.ofNullable(item).map(AttributeValue::s).orElseThrow(Cursors::foreign);
    }
}
