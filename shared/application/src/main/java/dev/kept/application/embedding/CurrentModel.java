package dev.kept.application.embedding;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.search.SearchIndex;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Which model the index is asked by, looked up now and then: it changes once in months, and who learns of it late asks
/// the index of the model before, which is kept complete until the change is finished.
final class CurrentModel implements Supplier<Optional<String>> {
    private final SearchIndex index;
    private final Clock clock;
    private Optional<String> id = Optional.empty();
    private Instant lookAgainAt = Instant.MIN;

    CurrentModel(SearchIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /// The last one known, when the index does not answer.
    @Override
    public synchronized Optional<String> get() {
        Instant now = clock.instant();
        if (!now.isBefore(lookAgainAt)) {
            lookAgainAt = now.plus(Embeddings.BELIEVED);
            look();
        }
        return id;
    }

    private void look() {
        try {
            id = index.models().current();
        } catch (DependencyUnavailable | Throttled _) {
            // Nothing is known that is better than what was known.
        }
    }
}
