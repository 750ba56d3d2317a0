package dev.kept.testkit;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.memory.Forgotten;
import dev.kept.domain.memory.ForgottenStatements;
import java.util.List;
import java.util.Optional;

/// Forgotten statements in memory.
public final class FakeForgottenStatements implements ForgottenStatements {
    private final FakeDatabase database;

    public FakeForgottenStatements(FakeDatabase database) {
        this.database = database;
    }

    @Override
    public List<Forgotten> in(Owner owner, Optional<ProjectId> project) {
        synchronized (database) {
            return database.forgotten.values().stream()
                    .filter(one -> one.owner().equals(owner))
                    .filter(one -> one.projectId().isEmpty() || one.projectId().equals(project))
                    .toList();
        }
    }

    @Override
    public int erase(Owner owner) {
        synchronized (database) {
            int before = database.forgotten.size();
            database.forgotten.keySet().removeIf(ref -> ref.owner().equals(owner));
            return before - database.forgotten.size();
        }
    }
}
