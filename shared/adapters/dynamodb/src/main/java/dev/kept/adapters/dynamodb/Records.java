package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.Owner;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource.Unindexed;
import java.util.Optional;

/// Items of both tables as search sees them.
final class Records {
    private final Contents contents;

    Records(Contents contents) {
        this.contents = contents;
    }

    static RecordKey key(RecordKey.Source source, Item item) {
        return new RecordKey(Owner.parse(item.text(Attribute.OWNER)), source, item.text(Attribute.ITEM));
    }

    /// Which table an item is of; the prefixes of their keys do not overlap, and a tombstone
    /// names its kind.
    static RecordKey.Source source(Item item) {
        String key = item.text(Attribute.ITEM);
        boolean ofTurn = key.startsWith(Keys.TURN) || key.startsWith(Keys.tombstone(Kind.TURN, ""));
        return ofTurn ? RecordKey.Source.SESSIONS : RecordKey.Source.MEMORIES;
    }

    /// Empty when the record is just being removed.
    Optional<Unindexed> unindexed(RecordKey.Source source, Item item) {
        if (Marks.isTombstone(item)) {
            return Optional.of(new Unindexed.Removed(
                    key(source, item), Marks.kind(item), Marks.recordId(item), item.number(Attribute.VERSION)));
        }
        return changed(source, item).map(changed -> changed);
    }

    Optional<Unindexed.Changed> changed(RecordKey.Source source, Item item) {
        return OfANewerRelease.passedOver(() -> record(source, item))
                .map(present -> new Unindexed.Changed(key(source, item), present));
    }

    private Optional<SearchRecord> record(RecordKey.Source source, Item item) {
        return switch (source) {
            case SESSIONS -> TurnItem.read(item, contents).map(turn -> SearchRecord.of(turn, item.embedding()));
            case MEMORIES -> Optional.of(memoryOrChunk(item));
        };
    }

    private static SearchRecord memoryOrChunk(Item item) {
        return item.text(Attribute.ITEM).startsWith(Keys.CHUNK)
                ? ChunkItem.record(item)
                : SearchRecord.of(MemoryItem.read(item), item.embedding());
    }
}
