package dev.kept.adapters.opensearch;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.id.Owner;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchIndex.IndexChange;
import dev.kept.domain.search.SearchRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opensearch.client.opensearch._types.ErrorCause;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;

/// Changes as one bulk request, and what its answer says of each.
final class BulkWrite {
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    /// Characters in one request; a small managed node takes 10 MiB, and a character can be three bytes.
    private static final int CHARACTERS_MAX = 3_000_000;

    /// A vector of 384 numbers and the other fields, as JSON.
    private static final int CHARACTERS_BESIDE_CONTENT = 5_000;

    private BulkWrite() {}

    /// Cuts changes into requests of a size that every node takes.
    static List<List<IndexChange>> batches(List<IndexChange> changes) {
        List<List<IndexChange>> batches = new ArrayList<>();
        int start = 0;
        int characters = 0;
        for (int i = 0; i < changes.size(); i++) {
            int next = characters(changes.get(i));
            if (i > start && characters + next > CHARACTERS_MAX) {
                batches.add(changes.subList(start, i));
                start = i;
                characters = 0;
            }
            characters += next;
        }
        if (start < changes.size()) {
            batches.add(changes.subList(start, changes.size()));
        }
        return batches;
    }

    private static int characters(IndexChange change) {
        int content =
                change instanceof IndexChange.Put put ? put.item().content().length() : 0;
        return content + CHARACTERS_BESIDE_CONTENT;
    }

    static BulkRequest request(String model, List<IndexChange> changes) {
        return BulkRequest.of(bulk -> bulk.index(IndexNames.alias(model))
                // A lost index must not come back by itself with a guessed mapping.
                .requireAlias(true)
                // At once rather than with the next regular refresh: one indexer after the other
                // gets 1.5 times as much done, and marks go away sooner.
                .refresh(Refresh.True)
                .operations(changes.stream().map(BulkWrite::operation).toList()));
    }

    /// @return the changes that are not in
    static List<IndexChange> failed(List<IndexChange> changes, BulkResponse response) {
        List<BulkResponseItem> items = response.items();
        return IntStream.range(0, changes.size())
                .filter(i -> isFailure(items.get(i)))
                .mapToObj(changes::get)
                .toList();
    }

    /// A conflict means that a newer version is there, and a removal that finds nothing has nothing to do: both are in.
    private static boolean isFailure(BulkResponseItem item) {
        Optional<ErrorCause> error = Optional.ofNullable(item.error());
        if (error.isPresent() && item.status() == NOT_FOUND) {
            throw new DependencyUnavailable(
                    Guard.DEPENDENCY, new IOException(error.get().type()));
        }
        return error.isPresent() && item.status() != CONFLICT;
    }

    /// The version of the record is that of the document, greater or equal: equal, because repeating a change must
    /// succeed. A removal counts as the next version, or a late write of the removed one would bring it back.
    private static BulkOperation operation(IndexChange change) {
        return switch (change) {
            case IndexChange.Put put -> put(put.item());
            case IndexChange.Remove remove ->
                BulkOperation.of(operation ->
                        operation.delete(delete -> delete.id(id(remove.key().owner(), remove.kind(), remove.id()))
                                .routing(remove.key().owner().key())
                                .version(remove.version() + 1)
                                .versionType(VersionType.ExternalGte)));
        };
    }

    private static BulkOperation put(SearchRecord item) {
        return BulkOperation.of(operation ->
                operation.<IndexedRecord>index(index -> index.id(id(item.owner(), item.kind(), item.id()))
                        .routing(item.owner().key())
                        .version(item.version())
                        .versionType(VersionType.ExternalGte)
                        .document(IndexedRecord.of(item))));
    }

    private static String id(Owner owner, Kind kind, String id) {
        return owner.key() + "/" + kind + "/" + id;
    }
}
