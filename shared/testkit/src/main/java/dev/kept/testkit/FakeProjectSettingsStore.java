package dev.kept.testkit;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.project.ProjectSettings;
import dev.kept.domain.project.ProjectSettingsStore;
import java.util.HashMap;
import java.util.Map;

/// Settings of projects in memory.
public final class FakeProjectSettingsStore implements ProjectSettingsStore {
    private final Map<Ref, ProjectSettings> settings = new HashMap<>();

    private record Ref(Owner owner, ProjectId project) {}

    @Override
    public synchronized ProjectSettings find(Owner owner, ProjectId project) {
        return settings.getOrDefault(new Ref(owner, project), ProjectSettings.none(owner, project));
    }

    @Override
    public synchronized ProjectSettings save(ProjectSettings changed) {
        if (find(changed.owner(), changed.projectId()).version() != changed.version()) {
            throw Conflict.versionRace(
                    "settings of project", changed.projectId().value());
        }
        ProjectSettings next = changed.withVersion(changed.version() + 1);
        settings.put(new Ref(changed.owner(), changed.projectId()), next);
        return next;
    }
}
