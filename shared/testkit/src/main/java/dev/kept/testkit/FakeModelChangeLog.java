package dev.kept.testkit;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.search.ModelChange;
import dev.kept.domain.search.ModelChangeLog;
import java.util.Optional;

/// The change that is under way, in memory.
public final class FakeModelChangeLog implements ModelChangeLog {
    private final OneRecord<ModelChange> change = new OneRecord<>(ModelChange::version, ModelChange::withVersion);

    @Override
    public Optional<ModelChange> underWay() {
        return change.get();
    }

    @Override
    public ModelChange save(ModelChange changed) {
        return change.save(changed, Conflict.versionRace("change of the embedding model", changed.to()));
    }

    @Override
    public void remove() {
        change.remove();
    }
}
