package dev.kept.domain.page;

import dev.kept.domain.error.InvalidRequest;
import java.util.Optional;

/// Which page of a list is wanted.
///
/// @param limit items at most, 1 to 100
/// @param cursor as given by the page before; empty for the first. A cursor that is not ours is an {@link
/// InvalidRequest}
public record PageRequest(int limit, Optional<String> cursor) {
    public static final int LIMIT_DEFAULT = 20;
    public static final int LIMIT_MAX = 100;

    public PageRequest {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new InvalidRequest("limit", "must be between 1 and " + LIMIT_MAX);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }
}
