package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.Owner;
import dev.kept.domain.search.Kind;
import java.time.Instant;

/// The mark of what the index does not hold yet: `unindexedSince` puts a record into its owner's
/// overlay, `unindexedShard` before the eyes of the reconciling schedule.
final class Marks {
    private static final String KIND = "kind";
    private static final String RECORD_ID = "recordId";

    private Marks() {}

    static Item mark(Item item, Owner owner, String id, Instant now) {
        return Traced.mark(item)
                .put(Attribute.UNINDEXED_SINCE, Keys.timeSort(now, id))
                .put(Attribute.UNINDEXED_SHARD, Keys.unindexedShard(owner, id));
    }

    /// What stays of a removed record until the index has forgotten it.
    static Item tombstone(String table, Owner owner, Kind kind, String id, long version, Instant now) {
        Key key = new Key(table, Attribute.OWNER, owner.key(), Keys.tombstone(kind, id));
        Item item = Item.at(key).put(KIND, kind).put(RECORD_ID, id).put(Attribute.VERSION, version);
        return mark(item, owner, id, now);
    }

    static boolean isTombstone(Item item) {
        return item.text(Attribute.ITEM).startsWith(Keys.TOMBSTONE);
    }

    static Kind kind(Item tombstone) {
        return tombstone.constant(Kind.class, KIND);
    }

    static String recordId(Item tombstone) {
        return tombstone.text(RECORD_ID);
    }
}
