package dev.kept.testkit;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.search.ModelChange;
import dev.kept.domain.search.ModelChangeLog;
import java.util.Optional;

/// The change that is under way, in memory.
public final class FakeModelChangeLog implements ModelChangeLog {
    private Optional<ModelChange> change = Optional.empty();

    @Override
    public synchronized Optional<ModelChange> underWay() {
        return change;
    }

    @Override
    public synchronized ModelChange save(ModelChange changed) {
        if (changed.version() != change.map(ModelChange::version).orElse(0L)) {
            throw Conflict.versionRace("change of the embedding model", changed.to());
        }
        ModelChange stored = changed.withVersion(changed.version() + 1);
        change = Optional.of(stored);
        return stored;
    }

    @Override
    public synchronized void remove() {
        change = Optional.empty();
    }
}
