package dev.kept.adapters.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads a sparse index that is spread over shards, in the order of time or against it.
final class Shards {
    private final Dynamo dynamo;

    Shards(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    List<Item> oldest(String table, Index index, String shards, Instant before, int limit) {
        // Keys hold milliseconds, so the last one before an instant is a millisecond earlier.
        String last = Times.format(before.minusMillis(1)) + "~";
        return ofEach(shards, shard -> Range.of(table, index, shard).upTo(last), limit)
                .sorted(Comparator.comparing(item -> item.text(index.sort)))
                .limit(limit)
                .toList();
    }

    List<Item> latest(String table, Index index, String shards, Instant after, int limit) {
        String first = Times.format(after) + "~";
        return ofEach(
                        shards,
                        shard -> Range.of(table, index, shard).after(first).reversed(),
                        limit)
                .sorted(Comparator.comparing((Item item) -> item.text(index.sort))
                        .reversed())
                .limit(limit)
                .toList();
    }

    private Stream<Item> ofEach(String shards, Function<String, Range> range, int limit) {
        List<Item> found = new ArrayList<>();
        Keys.shards(shards).forEach(shard -> found.addAll(dynamo.first(range.apply(shard), limit)));
        return found.stream();
    }
}
