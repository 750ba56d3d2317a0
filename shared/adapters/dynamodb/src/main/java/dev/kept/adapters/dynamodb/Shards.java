package dev.kept.adapters.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads a sparse index that is spread over shards, oldest entries first.
final class Shards {
    private final Dynamo dynamo;

    Shards(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    List<Item> oldest(String table, Index index, String shards, Instant before, int limit) {
        // Keys hold milliseconds, so the last one before an instant is a millisecond earlier.
        String last = Times.format(before.minusMillis(1)) + "~";
        List<Item> found = new ArrayList<>();
        for (String shard : Keys.shards(shards)) {
            found.addAll(dynamo.first(Range.of(table, index, shard).upTo(last), limit));
        }
        return found.stream()
                .sorted(Comparator.comparing(item -> item.text(index.sort)))
                .limit(limit)
                .toList();
    }
}
