package dev.kept.adapters.dynamodb;

import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// A list in pages: reads on until a page is full, because a filter may let few items through,
/// and one item further, because only then it knows whether there is a next page.
final class PagedQuery<T> {
    /// Items that one page reads at most. A filter that lets almost nothing through then gives
    /// short pages with a cursor, instead of a request that reads a whole partition and times
    /// out.
    private static final int READ_MAX = 5_000;
    private static final int QUERY_MAX = 1_000;
    private final Dynamo dynamo;
    private final Range range;
    private final Function<Item, Optional<T>> mapper;
    private final String scope;
    private final Set<String> keyNames;

    /// @param mapper empty: not in the list
    /// @param filter what the list is restricted to beyond the range, as a part of what the
    ///     cursor is bound to
    PagedQuery(Dynamo dynamo, String owner, Range range, Object filter, Function<Item, Optional<T>> mapper) {
        this.dynamo = dynamo;
        this.range = range;
        this.mapper = mapper;
        this.scope = String.join("\n", owner, range.toString(), filter.toString());
        this.keyNames = new HashSet<>(List.of(range.partitionName(), range.sortName(), Attribute.ITEM));
        keyNames.add(range.partitionName().equals(Attribute.ACCOUNT) ? Attribute.ACCOUNT : Attribute.OWNER);
    }

    private record Found<T>(Item item, T value) {}

    Page<T> page(PageRequest page) {
        if (range.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        try {
            return read(page);
        } catch (DynamoDbException e) {
            if (page.cursor().isPresent() && e.statusCode() == 400) {
                throw Cursors.foreign();
            }
            throw e;
        }
    }

    private Page<T> read(PageRequest page) {
        Map<String, AttributeValue> start = page.cursor()
                .map(cursor -> Cursors.decode(scope, cursor, keyNames))
                .orElse(Map.of());
        List<Found<T>> found = new ArrayList<>();
        int wanted = page.limit() + 1;
        int size = wanted;
        int read = 0;
        do {
            QueryResponse response = dynamo.query(range, start, size);
            response.items().forEach(attributes -> keep(new Item(attributes), found));
            read += size;
            size = Math.min(QUERY_MAX, size * 4);
            start = response.lastEvaluatedKey();
        } while (found.size() < wanted && !start.isEmpty() && read < READ_MAX);
        return cut(found, page.limit(), start);
    }

    private void keep(Item item, List<Found<T>> found) {
        OfANewerRelease.passedOver(() -> mapper.apply(item)).ifPresent(value -> found.add(new Found<>(item, value)));
    }

    private Page<T> cut(List<Found<T>> found, int limit, Map<String, AttributeValue> start) {
        List<T> values = found.stream().limit(limit).map(Found::value).toList();
        if (found.size() > limit) {
            Item last = found.get(limit - 1).item();
            return new Page<>(values, Optional.of(Cursors.encode(scope, key(last))));
        }
        return new Page<>(values, start.isEmpty() ? Optional.empty() : Optional.of(Cursors.encode(scope, start)));
    }

    private Map<String, AttributeValue> key(Item last) {
        Map<String, AttributeValue> key = new HashMap<>(last.attributes());
        key.keySet().retainAll(keyNames);
        return key;
    }
}
