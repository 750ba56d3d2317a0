package dev.kept.application.search;

import dev.kept.domain.search.SearchRecord;
import java.util.Optional;

/// Where a passage stands in the whole that it is part of.
///
/// @param whole names the session or the document
/// @param position from 0
record Place(String whole, int position) {
    /// Empty for what stands by itself.
    static Optional<Place> of(SearchRecord item) {
        if (item.source().isPresent()) {
            return Optional.of(new Place(whole(item), item.source().get().position()));
        }
        return item.position().isPresent()
                ? Optional.of(new Place(whole(item), item.position().getAsInt()))
                : Optional.empty();
    }

    /// What the record is part of, or was found in; its own id when that is nothing.
    static String whole(SearchRecord item) {
        return item.source()
                .map(source -> "document/" + source.documentId())
                .or(() -> item.sessionId().map(session -> "session/" + session))
                .orElseGet(() -> item.kind() + "/" + item.id());
    }

    Place before() {
        return new Place(whole, position - 1);
    }

    Place after() {
        return new Place(whole, position + 1);
    }
}
