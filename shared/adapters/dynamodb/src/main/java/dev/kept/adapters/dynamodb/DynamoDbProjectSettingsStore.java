package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.project.ProjectSettings;
import dev.kept.domain.project.ProjectSettingsStore;

/// Settings of projects in the sessions table, where extraction reads the turns that they are about.
final class DynamoDbProjectSettingsStore implements ProjectSettingsStore {
    private final Dynamo dynamo;
    private final SessionsTable table;

    DynamoDbProjectSettingsStore(Dynamo dynamo, SessionsTable table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public ProjectSettings find(Owner owner, ProjectId project) {
        return dynamo.get(table.key(owner, Keys.settings(project)))
                .map(ProjectItem::read)
                .orElseGet(() -> ProjectSettings.none(owner, project));
    }

    @Override
    public ProjectSettings save(ProjectSettings changed) {
        long version = changed.version();
        ProjectSettings next = changed.withVersion(version + 1);
        Condition current =
                version == 0 ? Condition.absent(Attribute.ITEM) : Condition.equal(Attribute.VERSION, version);
        Key key = table.key(changed.owner(), Keys.settings(changed.projectId()));
        if (dynamo.put(table.name(), ProjectItem.write(key, next), current) instanceof Written.Refused) {
            throw Conflict.versionRace(
                    "settings of project", changed.projectId().value());
        }
        return next;
    }
}
