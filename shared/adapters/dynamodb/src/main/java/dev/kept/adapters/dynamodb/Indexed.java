package dev.kept.adapters.dynamodb;

import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.telemetry.TraceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Takes marks away. Many in one transaction: one round trip, and on a disk that is written
/// through one flush. Those that have changed in the meantime are told by its refusal and left
/// out of the next try; their mark stays.
final class Indexed {
    private static final int RECORDS_A_TRANSACTION = 50;
    private final Dynamo dynamo;
    private final Function<RecordKey, Key> keys;

    Indexed(Dynamo dynamo, Function<RecordKey, Key> keys) {
        this.dynamo = dynamo;
        this.keys = keys;
    }

    void mark(List<Unindexed> indexed) {
        for (int i = 0; i < indexed.size(); i += RECORDS_A_TRANSACTION) {
            List<Unindexed> part =
                    new ArrayList<>(indexed.subList(i, Math.min(indexed.size(), i + RECORDS_A_TRANSACTION)));
            Contention.retry("index mark", () -> attempt(part));
        }
    }

    private Optional<Boolean> attempt(List<Unindexed> part) {
        if (part.isEmpty()) {
            return Optional.of(true);
        }
        Transaction transaction = dynamo.transaction();
        part.forEach(record -> add(transaction, record));
        Optional<Transaction.Cancelled> cancelled = transaction.commit();
        if (cancelled.isEmpty()) {
            return Optional.of(true);
        }
        Set<Integer> changed = cancelled.get().refused().keySet();
        for (int place = part.size() - 1; place >= 0; place--) {
            if (changed.contains(place)) {
                part.remove(place);
            }
        }
        return Optional.empty();
    }

    private void add(Transaction transaction, Unindexed record) {
        Key key = keys.apply(record.key());
        switch (record) {
            case Unindexed.Changed changed -> transaction.update(unmark(key, changed));
            case Unindexed.Removed removed ->
                transaction.delete(key, Condition.equal(Attribute.VERSION, removed.version()));
        }
    }

    /// A turn never changes, and has no version.
    private static Update unmark(Key key, Unindexed.Changed changed) {
        Condition unchanged = changed.key().source() == RecordKey.Source.MEMORIES
                ? Condition.equal(Attribute.VERSION, changed.item().version())
                : Condition.exists(Attribute.ITEM);
        Update update = new Update(key, unchanged)
                .remove(Attribute.UNINDEXED_SINCE)
                .remove(Attribute.UNINDEXED_SHARD)
                .remove(TraceContext.NAME);
        changed.item().embedding().ifPresent(embedding -> set(update, embedding));
        return update;
    }

    private static void set(Update update, Embedding embedding) {
        update.set(Attribute.EMBEDDING, AttributeValue.fromB(SdkBytes.fromByteBuffer(embedding.toBytes())))
                .set(Attribute.EMBEDDING_MODEL, embedding.model());
    }
}
