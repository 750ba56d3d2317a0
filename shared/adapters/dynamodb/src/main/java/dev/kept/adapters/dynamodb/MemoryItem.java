package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.memory.Origin;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.telemetry.TraceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A memory as an item. It always fits: 16,000 characters take 48 KB at most, and one local index
/// repeats them.
final class MemoryItem {
    private static final String MEMORY_ID = "memoryId";
    private static final String CONTENT = "content";
    private static final List<String> NOT_IN_HISTORY = List.of(
            Attribute.PROJECT_KEY,
            Attribute.TIME_SORT,
            Attribute.SESSION_KEY,
            Attribute.SHELF_SORT,
            Attribute.UNINDEXED_SINCE,
            Attribute.UNINDEXED_SHARD,
            Attribute.EMBEDDING,
            Attribute.EMBEDDING_MODEL,
            TraceContext.NAME);

    /// Does not outlive a change of the content.
    static final Set<String> OF_THE_CONTENT = Set.of(Attribute.EMBEDDING, Attribute.EMBEDDING_MODEL);

    private MemoryItem() {}

    /// @param version that the item gets
    static Item write(Key key, Memory memory, long version, Change change, Instant now) {
        Item item = Item.at(key).put(MEMORY_ID, memory.id().value()).put(Attribute.VERSION, version);
        put(item, memory.statement());
        put(item, memory.owner(), memory.provenance());
        put(item, memory.validity());
        put(item, memory.usage());
        item.put(Attribute.TIME_SORT, Keys.timeSort(memory.usage().createdAt(), memory.id()))
                .put(Attribute.SHELF_SORT, ShelfItem.sort(memory))
                .put("changedBy", change.by())
                .put("changedWhy", change.why());
        return Marks.mark(item, memory.owner(), memory.id().value(), now);
    }

    /// The vector is of the content, so it holds as long as that does.
    static Item keepEmbedding(Item item, Item before) {
        if (item.text(CONTENT).equals(before.text(CONTENT))) {
            before.embedding().ifPresent(item::put);
        }
        return item;
    }

    /// A version as it goes to the history: in no index.
    static Item snapshot(Key key, Item version) {
        Item snapshot = new Item(version.attributes()).put(Attribute.ITEM, key.item());
        NOT_IN_HISTORY.forEach(snapshot::remove);
        return snapshot;
    }

    static Memory read(Item item) {
        return new Memory(
                Owner.parse(item.text(Attribute.OWNER)),
                new MemoryId(item.text(MEMORY_ID)),
                statement(item),
                provenance(item),
                validity(item),
                usage(item),
                item.number(Attribute.VERSION));
    }

    static MemoryVersion readVersion(Item item) {
        return new MemoryVersion(read(item), new Change(item.text("changedBy"), item.text("changedWhy")));
    }

    private static void put(Item item, Memory.Statement statement) {
        item.put("type", statement.type())
                .put(CONTENT, statement.content())
                .put("summary", statement.summary())
                .put("importance", statement.importance())
                .put("confidence", statement.confidence())
                .put("entities", statement.entities())
                .put("tags", statement.tags())
                .put("pinned", statement.pinned())
                .put("overrides", statement.overrides())
                .put("metadata", statement.metadata());
    }

    private static void put(Item item, Owner owner, Memory.Provenance provenance) {
        item.put("origin", provenance.origin())
                .put("trust", provenance.trust())
                .put("projectId", provenance.projectId())
                .put("sessionId", provenance.sessionId())
                .put("sourceTurnIds", provenance.sourceTurnIds())
                .put("clientTurnIds", provenance.clientTurnIds())
                .put(Attribute.PROJECT_KEY, provenance.projectId().map(id -> Keys.memoriesOf(owner, id)))
                .put(Attribute.SESSION_KEY, provenance.sessionId().map(id -> Keys.memoriesOf(owner, id)));
    }

    private static void put(Item item, Memory.Validity validity) {
        item.put("status", validity.status())
                .put("validFrom", validity.validFrom())
                .put("validTo", validity.validTo())
                .put("supersedes", validity.supersedes())
                .put("supersededBy", validity.supersededBy());
    }

    private static void put(Item item, Memory.Usage usage) {
        item.put("accessCount", usage.accessCount())
                .put("lastAccessedAt", usage.lastAccessedAt())
                .put("feedback", usage.feedback())
                .put("createdAt", usage.createdAt())
                .put("updatedAt", usage.updatedAt());
    }

    private static Memory.Statement statement(Item item) {
        return new Memory.Statement(
                item.constant(MemoryType.class, "type"),
                item.text(CONTENT),
                item.text("summary"),
                item.real("importance"),
                item.real("confidence"),
                item.texts("entities"),
                new TreeSet<>(item.texts("tags")),
                item.flag("pinned"),
                new TreeSet<>(item.texts("overrides")),
                item.json("metadata"));
    }

    private static Memory.Provenance provenance(Item item) {
        return new Memory.Provenance(
                item.constant(Origin.class, "origin"),
                item.constant(Trust.class, "trust"),
                item.optional("projectId").map(ProjectId::new),
                item.optional("sessionId").map(SessionId::new),
                item.texts("sourceTurnIds").stream().map(TurnId::new).toList(),
                item.texts("clientTurnIds"));
    }

    private static Memory.Validity validity(Item item) {
        return new Memory.Validity(
                item.constant(MemoryStatus.class, "status"),
                item.time("validFrom"),
                item.optionalTime("validTo"),
                item.optional("supersedes").map(MemoryId::new),
                item.optional("supersededBy").map(MemoryId::new));
    }

    private static Memory.Usage usage(Item item) {
        return new Memory.Usage(
                item.number("accessCount"),
                item.optionalTime("lastAccessedAt"),
                (int) item.number("feedback"),
                item.time("createdAt"),
                item.time("updatedAt"));
    }
}
